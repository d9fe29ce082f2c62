using System.Collections;
using System.Management.Automation;
using Knast.Shell.Engine;

namespace Knast.Shell.Cmdlets;

/// <summary>Lines of CSV for objects; the first object decides on the columns.</summary>
internal sealed class CsvWriter(char delimiter, bool asNeeded, bool header)
{
    private string[]? _columns;

    public IEnumerable<string> Lines(PSObject item)
    {
        if (_columns is null)
        {
            _columns = [.. Fields(item).Select(f => f.Name)];
            if (header)
                yield return Join(_columns);
        }

        var values = Fields(item).ToLookup(f => f.Name, f => f.Value, StringComparer.OrdinalIgnoreCase);
        yield return Join(_columns.Select(c => values[c].FirstOrDefault() is { } value ? LanguagePrimitives.ConvertTo<string>(value) : null));
    }

    private static IEnumerable<(string Name, object? Value)> Fields(PSObject item) =>
        item.BaseObject is IDictionary table
            ? table.Entries()
            : item.Properties.Where(p => p.IsGettable).Select(p => (p.Name, (object?)p.Value));

    private string Join(IEnumerable<string?> fields) =>
        string.Join(delimiter, fields.Select(f => asNeeded ? CsvText.QuoteAsNeeded(f, delimiter) : CsvText.Quote(f)));
}
