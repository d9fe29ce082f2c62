namespace Knast.Shell.Hosting;

/// <summary>What the standard streams are connected to.</summary>
internal sealed class Terminal
{
    /// <summary>Columns that text is formatted for where there is no terminal to ask.</summary>
    public const int DefaultColumns = 120;

    private const int DefaultRows = 50;

    /// <summary>Whether output is a terminal that understands escape sequences.</summary>
    public bool CanDraw { get; } =
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } term && term != "dumb";

    public bool ErrorIsTerminal { get; } = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "";

    public bool InputIsTerminal { get; } = !Console.IsInputRedirected;

    public bool OutputIsTerminal { get; } = !Console.IsOutputRedirected;

    /// <summary>Whether lines can be edited: keys come from a terminal, and can be shown on one.</summary>
    public bool CanEdit => InputIsTerminal && CanDraw;

    public int Columns => OutputIsTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : DefaultColumns;

    public int Rows => OutputIsTerminal && Console.WindowHeight > 0 ? Console.WindowHeight : DefaultRows;
}
