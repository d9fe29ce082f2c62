using System.Text.RegularExpressions;

namespace Knast.Shell.Hosting;

/// <summary>The few ECMA-48 sequences (SGR) that the host writes itself.</summary>
internal static partial class AnsiStyle
{
    private const string Reset = "\e[0m";

    // SGR numbers of .NET's sixteen colours, foreground; a background is ten more.
    private static readonly int[] Foreground = [30, 34, 32, 36, 31, 35, 33, 37, 90, 94, 92, 96, 91, 95, 93, 97];

    public static string Red(string text) => text.StartsWith('\e') ? text : $"\e[31;1m{text}{Reset}";

    public static string Yellow(string text) => $"\e[33;1m{text}{Reset}";

    public static string Colour(string text, ConsoleColor foreground, ConsoleColor background)
    {
        string start = Defined(foreground) ? $"\e[{Foreground[(int)foreground]}m" : "";
        if (Defined(background))
            start += $"\e[{Foreground[(int)background] + 10}m";
        if (start.Length == 0)
            return text;

        // A colour that spans the line break would fill the next line on some terminals.
        return text.EndsWith('\n') ? start + text[..^1] + Reset + "\n" : start + text + Reset;
    }

    public static string Strip(string text) => text.Contains('\e', StringComparison.Ordinal) ? Sequence().Replace(text, "") : text;

    private static bool Defined(ConsoleColor colour) => (int)colour is >= 0 and < 16;

    [GeneratedRegex(@"\e\[[0-9;:?]*[A-Za-z]|\e\][^\a\e]*(\a|\e\\)")]
    private static partial Regex Sequence();
}
