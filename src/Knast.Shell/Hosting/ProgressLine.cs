using System.Management.Automation;

namespace Knast.Shell.Hosting;

/// <summary>One activity as one line: what, how far, and since when or for how long yet.</summary>
internal static class ProgressLine
{
    private const int BarWidth = 20;

    public static string Format(ProgressRecord record, int indent, int width)
    {
        string line = new string(' ', indent) + record.Activity;
        if (record.PercentComplete >= 0)
            line += $" [{Bar(record.PercentComplete)}] {record.PercentComplete,3}%";
        line += " " + record.StatusDescription;
        if (!string.IsNullOrEmpty(record.CurrentOperation))
            line += " " + record.CurrentOperation;
        if (record.SecondsRemaining >= 0)
            line += $" ({TimeSpan.FromSeconds(record.SecondsRemaining):m\\:ss} left)";
        line = line.ReplaceLineEndings(" ");
        return line.Length <= width ? line : line[..Math.Max(0, width - 1)] + "…";
    }

    private static string Bar(int percent)
    {
        int full = Math.Clamp(percent, 0, 100) * BarWidth / 100;
        return new string('#', full) + new string(' ', BarWidth - full);
    }
}
