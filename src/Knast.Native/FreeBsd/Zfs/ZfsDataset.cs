namespace Knast.Native.FreeBsd.Zfs;

/// <summary>A file system, volume or snapshot of ZFS.</summary>
/// <param name="Name">Its name, such as <c>zroot/knast</c> or <c>zroot/knast@base</c>.</param>
/// <param name="Guid">A number that no other has.</param>
/// <param name="IsSnapshot">Whether it is a snapshot.</param>
/// <param name="CloneCount">How many clones a snapshot has.</param>
/// <param name="Origin">The snapshot that a clone came from; empty for others.</param>
/// <param name="Properties">Its properties, numbers and strings, those of its parents too where they are inherited.</param>
public sealed record ZfsDataset(
    string Name, ulong Guid, bool IsSnapshot, ulong CloneCount, string Origin, IReadOnlyDictionary<string, ZfsProperty> Properties)
{
    /// <summary>A property that is a number; 0 where it is missing.</summary>
    /// <param name="name">The property, such as <c>used</c>, which is in bytes.</param>
    public ulong Number(string name) => Properties.TryGetValue(name, out ZfsProperty property) && property.Value is ulong value ? value : 0;

    /// <summary>A property that is a string; empty where it is missing.</summary>
    /// <param name="name">The property, such as <c>mountpoint</c>.</param>
    public string Text(string name) => Properties.TryGetValue(name, out ZfsProperty property) ? property.Value as string ?? "" : "";
}
