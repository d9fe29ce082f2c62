using System.Globalization;

namespace Knast.Simulation.Programs;

/// <summary>Names of signals.</summary>
internal static class SignalNames
{
    private static readonly string[] s_names =
    [
        "EXIT", "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "EMT", "FPE", "KILL", "BUS", "SEGV", "SYS", "PIPE", "ALRM", "TERM", "URG", "STOP", "TSTP",
        "CONT", "CHLD", "TTIN", "TTOU", "IO", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "INFO", "USR1", "USR2",
    ];

    /// <summary>The number of a name, with or without SIG, or of a number; null where it is none.</summary>
    public static int? Parse(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        string name = text.StartsWith("SIG", StringComparison.Ordinal) ? text[3..] : text;
        int index = Array.IndexOf(s_names, name.ToUpperInvariant());
        return index < 0 ? null : index;
    }
}
