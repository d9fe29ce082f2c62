namespace Knast.Native.FreeBsd.Zfs;

/// <summary>A property of a dataset.</summary>
/// <param name="Value">A number (<see langword="ulong"/>) or a string.</param>
/// <param name="Source">The dataset that it was set on; empty for one that is a default or cannot be set.</param>
public readonly record struct ZfsProperty(object Value, string Source);
