using System.Net.NetworkInformation;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>An interface as the kernel lists it.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its kind.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="Mtu">The largest packet, in bytes.</param>
/// <param name="LinkState">Whether something is at the other end.</param>
/// <param name="LinkAddress">Its link-layer address; null where it has none.</param>
/// <param name="Addresses">Its internet addresses.</param>
/// <param name="Traffic">What went through it.</param>
public sealed record InterfaceStatus(
    int Index,
    string Name,
    InterfaceType Type,
    InterfaceFlags Flags,
    int Mtu,
    LinkState LinkState,
    PhysicalAddress? LinkAddress,
    IReadOnlyList<InterfaceAddress> Addresses,
    InterfaceTraffic Traffic);
