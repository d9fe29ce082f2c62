using System.Management.Automation.Host;

namespace Knast.Shell.Hosting;

/// <summary>The terminal as the engine asks for it: chiefly its width.</summary>
internal sealed class ShellRawUserInterface(Terminal terminal) : PSHostRawUserInterface
{
    private const ConsoleColor Unset = (ConsoleColor)(-1);

    public override ConsoleColor ForegroundColor { get; set; } = Unset;

    public override ConsoleColor BackgroundColor { get; set; } = Unset;

    public override Size BufferSize
    {
        get => new(terminal.Columns, terminal.Rows);
        set => throw Refuse("resize");
    }

    public override Size WindowSize
    {
        get => new(terminal.Columns, terminal.Rows);
        set => throw Refuse("resize");
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates WindowPosition
    {
        get => new(0, 0);
        set => throw Refuse("scroll");
    }

    public override Coordinates CursorPosition
    {
        get => terminal.OutputIsTerminal && terminal.InputIsTerminal ? new(Console.CursorLeft, Console.CursorTop) : new(0, 0);
        set => Console.SetCursorPosition(value.X, value.Y);
    }

    public override int CursorSize { get; set; } = 25;

    public override bool KeyAvailable => terminal.InputIsTerminal && Console.KeyAvailable;

    public override string WindowTitle { get; set; } = "knast-shell";

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        ConsoleKeyInfo key = Console.ReadKey(intercept: (options & ReadKeyOptions.NoEcho) != 0);
        return new KeyInfo((int)key.Key, key.KeyChar, 0, keyDown: (options & ReadKeyOptions.IncludeKeyDown) != 0);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw Refuse("read the screen");

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw Refuse("write cells");

    // Clear-Host is the one caller: the whole screen, in the form of one cell that repeats.
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        if (terminal.CanDraw)
            Console.Out.Write("\e[2J\e[H");
    }

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw Refuse("scroll");

    private static NotSupportedException Refuse(string what) => new($"knast-shell cannot {what}: a terminal belongs to its user.");
}
