using System.Collections.ObjectModel;

namespace Knast.Oci;

/// <summary>Maps without entries, for properties that a document lacks.</summary>
internal static class NoEntries
{
    public static IReadOnlyDictionary<string, string> Strings => ReadOnlyDictionary<string, string>.Empty;
}
