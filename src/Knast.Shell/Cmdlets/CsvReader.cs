using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Custom objects for records of CSV; the first record, or a given header, names the properties.</summary>
internal static class CsvReader
{
    public static IEnumerable<PSObject> Read(string text, char delimiter, string[]? header)
    {
        // Older versions of the shell wrote the type as a first line.
        if (text.StartsWith("#TYPE", StringComparison.Ordinal))
            text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        string[]? names = header;
        foreach (List<string> record in CsvText.Parse(text, delimiter))
        {
            if (names is null)
            {
                names = [.. record.Select((name, i) => name.Length == 0 ? $"H{i + 1}" : name)];
                continue;
            }

            var item = new PSObject();
            for (int i = 0; i < names.Length; i++)
            {
                item.Properties.Add(new PSNoteProperty(names[i], i < record.Count ? record[i] : null));
            }

            yield return item;
        }
    }
}
