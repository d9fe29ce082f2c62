namespace Knast.Runtime.State;

/// <summary>Whether labels are there.</summary>
internal static class LabelMatch
{
    /// <summary>Whether all that are wanted are there; null as a value stands for any.</summary>
    public static bool HasAll(IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string?> wanted) =>
        wanted.All(label => labels.TryGetValue(label.Key, out string? value) && (label.Value is null || label.Value == value));
}
