using System.Collections;

namespace Knast.Shell.Engine;

/// <summary>Enumerates any dictionary alike: generic ones give pairs of another type where they are cast.</summary>
internal static class DictionaryEntries
{
    public static IEnumerable<(string Key, object? Value)> Entries(this IDictionary table)
    {
        IDictionaryEnumerator entries = table.GetEnumerator();
        while (entries.MoveNext())
        {
            yield return (entries.Key.ToString() ?? "", entries.Value);
        }
    }
}
