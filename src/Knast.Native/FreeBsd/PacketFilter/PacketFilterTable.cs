namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>A table of addresses that rules can name.</summary>
/// <param name="Anchor">The anchor that it is in; empty for the main ruleset.</param>
/// <param name="Name">Its name, at most 31 bytes.</param>
/// <param name="Flags">What it is.</param>
public readonly record struct PacketFilterTable(string Anchor, string Name, PacketFilterTableFlags Flags = PacketFilterTableFlags.None)
{
    /// <inheritdoc/>
    public override string ToString() => Anchor.Length == 0 ? $"<{Name}>" : $"<{Name}> of anchor {Anchor}";
}
