using System.Net;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>The two ends of a connection as one side of the packet filter sees them.</summary>
/// <param name="First">One end; for a connection that came in, its source.</param>
/// <param name="Second">The other end.</param>
public sealed record PacketFilterStateKey(IPEndPoint First, IPEndPoint Second)
{
    /// <summary>Whether an address is one of the ends.</summary>
    /// <param name="address">The address.</param>
    public bool Has(IPAddress address) => First.Address.Equals(address) || Second.Address.Equals(address);
}
