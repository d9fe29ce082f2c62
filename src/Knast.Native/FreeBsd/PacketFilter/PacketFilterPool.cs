namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>The addresses that a rule puts in the place of others.</summary>
public sealed record PacketFilterPool
{
    /// <summary>What pf.conf(5) has NAT take where no ports are named: 50001 to 65535.</summary>
    public static (ushort Low, ushort High) NatPorts { get; } = (50001, 65535);

    /// <summary>The addresses. They are no part of a rule as the kernel takes and tells it, but are added and read one by one.</summary>
    public IReadOnlyList<PacketFilterAddress> Addresses { get; init; } = [];

    /// <summary>How one is chosen of several.</summary>
    public PacketFilterPoolType Type { get; init; }

    /// <summary>Whether a source keeps the one that it got (<c>sticky-address</c>).</summary>
    public bool IsSticky { get; init; }

    /// <summary>
    /// The ports. For NAT the range of source ports, 0 to 0 to keep them (<c>static-port</c>); for rdr the first port of the new destination, and
    /// the last where there are several; 0 keeps them.
    /// </summary>
    public (ushort Low, ushort High) Ports { get; init; }

    /// <summary>No addresses.</summary>
    public static PacketFilterPool Empty { get; } = new();

    /// <inheritdoc/>
    public bool Equals(PacketFilterPool? other) => other is not null
        && Type == other.Type && IsSticky == other.IsSticky && Ports == other.Ports && Addresses.SequenceEqual(other.Addresses);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, IsSticky, Ports, Addresses.Count);
}
