using System.Text.RegularExpressions;

namespace Knast.Help;

/// <summary>
/// Reads help pages: <c># Verb-Noun</c>, a synopsis, then the sections Description, Examples (<c>### title</c>, a <c>powershell</c> block, remarks),
/// Parameters (<c>### -Name</c>, text), Inputs, Outputs, Notes, Related links (a list).
/// </summary>
internal static partial class HelpPageReader
{
    /// <summary>The file whose parameters are those that many cmdlets have.</summary>
    public const string CommonFile = "common-parameters.md";

    private static readonly string[] Sections = ["Description", "Examples", "Parameters", "Inputs", "Outputs", "Notes", "Related links"];

    /// <summary>All pages of a folder; each has the common parameters beside its own.</summary>
    public static IReadOnlyList<HelpPage> ReadFolder(string folder)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> common = Read(Path.Combine(folder, CommonFile)).Parameters;
        return [.. Directory.EnumerateFiles(folder, "*-*.md").Order(StringComparer.Ordinal)
            .Where(path => Path.GetFileName(path) != CommonFile)
            .Select(Read)
            .Select(page => page with { Parameters = common.Concat(page.Parameters).GroupBy(p => p.Key).ToDictionary(p => p.Key, p => p.Last().Value) })];
    }

    /// <summary>One page.</summary>
    /// <exception cref="HelpException">Says where the page breaks the form.</exception>
    public static HelpPage Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        if (lines.Length == 0 || !lines[0].StartsWith("# ", StringComparison.Ordinal))
            throw new HelpException($"{path}: the first line is not '# Verb-Noun'.");

        Dictionary<string, List<string>> sections = Split(lines.Skip(1), "## ", path);
        if (sections.Keys.Where(name => name.Length > 0).Except(Sections).FirstOrDefault() is { } stranger)
            throw new HelpException($"{path}: the section '{stranger}' is none of {string.Join(", ", Sections)}.");

        return new HelpPage(
            lines[0][2..].Trim(),
            string.Join(' ', Paragraphs(sections[""])),
            Paragraphs(Section("Description")),
            [.. Split(Section("Examples"), "### ", path).Where(block => block.Key.Length > 0).Select(block => Example(block.Key, block.Value, path))],
            Split(Section("Parameters"), "### ", path).Where(block => block.Key.Length > 0)
                .ToDictionary(block => block.Key.TrimStart('-'), block => Paragraphs(block.Value)),
            Paragraphs(Section("Inputs")),
            Paragraphs(Section("Outputs")),
            Paragraphs(Section("Notes")),
            [.. Section("Related links").Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => Plain(line[2..]))]);

        List<string> Section(string name) => sections.TryGetValue(name, out List<string>? found) ? found : [];
    }

    private static Dictionary<string, List<string>> Split(IEnumerable<string> lines, string mark, string path)
    {
        var blocks = new Dictionary<string, List<string>> { [""] = [] };
        List<string> current = blocks[""];
        bool isCode = false;
        foreach (string line in lines)
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (isCode || !line.StartsWith(mark, StringComparison.Ordinal))
            {
                current.Add(line);
                continue;
            }

            current = [];
            if (!blocks.TryAdd(line[mark.Length..].Trim(), current))
                throw new HelpException($"{path}: '{line}' is there twice.");
        }

        return isCode ? throw new HelpException($"{path}: a code block is not closed.") : blocks;
    }

    private static HelpExample Example(string title, List<string> lines, string path)
    {
        int open = lines.FindIndex(line => line.StartsWith("```powershell", StringComparison.Ordinal));
        int close = open < 0 ? -1 : lines.FindIndex(open + 1, line => line.StartsWith("```", StringComparison.Ordinal));
        if (close < 0)
            throw new HelpException($"{path}: the example '{title}' has no block of powershell.");
        return new HelpExample(
            title,
            string.Join('\n', lines[(open + 1)..close]),
            Paragraphs(lines[(close + 1)..]),
            lines[open]["```powershell".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static IReadOnlyList<string> Paragraphs(IEnumerable<string> lines) =>
        [.. string.Join('\n', lines).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(paragraph => paragraph.Length > 0)];

    // What Markdown marks and a terminal does not show.
    private static string Plain(string text) =>
        Link().Replace(text, "$1").Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal).Trim('\n').Replace("\n- ", "\n\n- ", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)")]
    private static partial Regex Link();
}
