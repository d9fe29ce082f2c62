using System.Collections.ObjectModel;
using System.Management.Automation.Host;

namespace Knast.Shell.Hosting;

/// <summary>Choices with the letter after <c>&amp;</c> as their key, shown and matched as pwsh does.</summary>
internal sealed class ChoiceMenu(Collection<ChoiceDescription> choices)
{
    private readonly (string Key, string Label, string Help)[] _entries = [.. choices.Select(Entry)];

    public string Line(IReadOnlyCollection<int> defaults)
    {
        string menu = string.Join("  ", _entries.Select(e => $"[{e.Key}] {e.Label}")) + "  [?] Help";
        return defaults.Count == 0
            ? menu + ": "
            : $"{menu} (default is \"{string.Join(',', defaults.Select(d => _entries[d].Key))}\"): ";
    }

    public string Help() => string.Join('\n', _entries.Select(e => $"{e.Key} - {e.Help}"));

    /// <summary>The index of the choice whose key or label is <paramref name="answer"/>.</summary>
    public int? Find(string answer)
    {
        int index = Array.FindIndex(_entries, e => Same(e.Key, answer) || Same(e.Label, answer));
        return index < 0 ? null : index;
    }

    private static bool Same(string a, string b) => a.Length > 0 && string.Equals(a, b, StringComparison.CurrentCultureIgnoreCase);

    private static (string Key, string Label, string Help) Entry(ChoiceDescription choice)
    {
        int mark = choice.Label.IndexOf('&', StringComparison.Ordinal);
        string label = mark < 0 ? choice.Label : choice.Label.Remove(mark, 1);
        string key = mark >= 0 && mark < label.Length ? label[mark].ToString().ToUpperInvariant() : label;
        return (key, label, choice.HelpMessage);
    }
}
