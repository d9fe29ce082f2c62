using System.Text;

namespace Knast.Shell.Hosting;

/// <summary>Shows a line that is being edited, over as many rows as it fills.</summary>
internal sealed class LineView
{
    private string _prompt = "";
    private int _cursorRow;

    public void Start(string prompt)
    {
        // Only the last line of a prompt is drawn again while the user types.
        int lastBreak = prompt.LastIndexOf('\n');
        if (lastBreak >= 0)
            Console.Out.Write(prompt[..(lastBreak + 1)]);
        _prompt = prompt[(lastBreak + 1)..];
        _cursorRow = 0;
    }

    public void Show(LineBuffer line) => Draw(line.Text, line.Cursor);

    public void Finish(LineBuffer line, string suffix)
    {
        Draw(line.Text + suffix, (line.Text + suffix).Length);
        Console.Out.Write('\n');
    }

    public void Clear()
    {
        Console.Out.Write("\e[2J\e[H");
        _cursorRow = 0;
    }

    private void Draw(string text, int cursor)
    {
        int columns = Math.Max(1, Console.WindowWidth);
        int promptLength = AnsiStyle.Strip(_prompt).Length;
        var output = new StringBuilder();
        if (_cursorRow > 0)
            output.Append("\e[").Append(_cursorRow).Append('A');
        output.Append("\r\e[J").Append(_prompt).Append(text.Replace('\n', '⏎'));

        int end = promptLength + text.Length;
        // A terminal wraps only when one character more comes: force it, or the cursor's row is not what we count.
        if (end > 0 && end % columns == 0)
            output.Append(" \r");
        int target = promptLength + cursor;
        _cursorRow = target / columns;
        int up = (end / columns) - _cursorRow;
        if (up > 0)
            output.Append("\e[").Append(up).Append('A');
        output.Append('\r');
        if (target % columns > 0)
            output.Append("\e[").Append(target % columns).Append('C');
        Console.Out.Write(output);
    }
}
