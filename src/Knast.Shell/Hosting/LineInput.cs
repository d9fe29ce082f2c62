namespace Knast.Shell.Hosting;

/// <summary>What came of asking for a line: the line, or why there is none.</summary>
/// <param name="Text">The line; null where there is none.</param>
/// <param name="Cancelled">Whether the user took it back with Ctrl+C; else input has ended.</param>
internal sealed record LineInput(string? Text, bool Cancelled)
{
    public static readonly LineInput EndOfInput = new(null, Cancelled: false);

    public static readonly LineInput CtrlC = new(null, Cancelled: true);

    public static LineInput Line(string text) => new(text, Cancelled: false);
}
