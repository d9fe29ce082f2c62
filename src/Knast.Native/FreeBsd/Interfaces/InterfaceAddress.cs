using System.Net;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>An internet address of an interface.</summary>
/// <param name="Address">The address.</param>
/// <param name="PrefixLength">Bits of its network.</param>
/// <param name="Peer">The broadcast address, or on a point-to-point interface the other end; null where there is none.</param>
public sealed record InterfaceAddress(IPAddress Address, int PrefixLength, IPAddress? Peer);
