using System.Text;
using System.Text.RegularExpressions;

namespace Knast.Simulation.Devfs;

/// <summary>Patterns of paths (fnmatch(3) with FNM_PATHNAME): a star stays within a directory.</summary>
internal static class PathPattern
{
    public static bool Matches(string pattern, string path)
    {
        var text = new StringBuilder("^");
        for (int index = 0; index < pattern.Length; index++)
        {
            index = Append(text, pattern, index);
        }

        return Regex.IsMatch(path, text.Append('$').ToString(), RegexOptions.CultureInvariant);
    }

    private static int Append(StringBuilder text, string pattern, int index)
    {
        switch (pattern[index])
        {
            case '*':
                text.Append("[^/]*");
                return index;
            case '?':
                text.Append("[^/]");
                return index;
            case '[' when pattern.IndexOf(']', index + 1) is > 0 and int end:
                string set = pattern[(index + 1)..end].Replace("\\", "\\\\", StringComparison.Ordinal);
                text.Append('[').Append(set.StartsWith('!') ? "^" + set[1..] : set).Append(']');
                return end;
            case '\\' when index + 1 < pattern.Length:
                text.Append(Regex.Escape(pattern[index + 1].ToString()));
                return index + 1;
            default:
                text.Append(Regex.Escape(pattern[index].ToString()));
                return index;
        }
    }
}
