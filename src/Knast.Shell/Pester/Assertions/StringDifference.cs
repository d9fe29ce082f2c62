namespace Knast.Shell.Pester.Assertions;

/// <summary>Shows where two strings part.</summary>
internal static class StringDifference
{
    private const int Context = 40;

    public static string Describe(string expected, string actual, bool caseSensitive, string reason)
    {
        int index = FirstDifference(expected, actual, caseSensitive);
        int start = Math.Max(0, index - Context);
        string before = Visible(expected[start..Math.Min(index, expected.Length)]);
        string lengths = expected.Length == actual.Length
            ? $"String lengths are both {expected.Length}."
            : $"Expected length: {expected.Length}\nActual length:   {actual.Length}";
        return $"""
            Expected strings to be the same,{reason} but they were different.
            {lengths}
            Strings differ at index {index}.
            Expected: '{Excerpt(expected, start, index)}'
            But was:  '{Excerpt(actual, start, index)}'
            {new string(' ', "But was:  '".Length + (start > 0 ? 3 : 0))}{new string('-', before.Length)}^
            """.ReplaceLineEndings("\n");
    }

    private static int FirstDifference(string a, string b, bool caseSensitive)
    {
        int i = 0;
        while (i < a.Length && i < b.Length && Same(a[i], b[i], caseSensitive))
            i++;
        return i;
    }

    private static bool Same(char a, char b, bool caseSensitive) => caseSensitive ? a == b : char.ToUpperInvariant(a) == char.ToUpperInvariant(b);

    private static string Excerpt(string text, int start, int index)
    {
        int end = Math.Min(text.Length, index + Context);
        return (start > 0 ? "..." : "") + Visible(text[Math.Min(start, text.Length)..Math.Max(Math.Min(start, text.Length), end)]) + (end < text.Length ? "..." : "");
    }

    private static string Visible(string text) => text
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\e", "\\e", StringComparison.Ordinal)
        .Replace("\0", "\\0", StringComparison.Ordinal);
}
