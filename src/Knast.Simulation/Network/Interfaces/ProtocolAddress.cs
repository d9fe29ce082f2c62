using System.Net;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Simulation.Network.Interfaces;

/// <summary>An IPv4 or IPv6 address of an interface (struct ifaddr).</summary>
internal sealed class ProtocolAddress(NetworkInterface owner, IPAddress address, int prefixLength)
{
    /// <summary>IFA_ROUTE: the route to the address's network is its own.</summary>
    public const int HasRoute = 1;

    /// <summary>IFA_RTSELF: a host route through the loopback leads to it.</summary>
    public const int HasHostRoute = 4;

    public NetworkInterface Interface { get; } = owner;

    /// <summary>The address; one that is valid on a link only has that link's index as its scope.</summary>
    public IPAddress Address { get; } = address;

    public int PrefixLength { get; set; } = prefixLength;

    /// <summary>What the field behind the mask holds: the broadcast address, the other end, or nothing.</summary>
    public IPAddress? Destination { get; set; }

    /// <summary>Whether the field is there at all: IPv6 has it on loopback and point-to-point interfaces only.</summary>
    public bool HasDestination { get; set; }

    /// <summary>IFA_ flags (net/if_var.h).</summary>
    public int Flags { get; set; }

    /// <summary>IN6_IFF_ flags.</summary>
    public Address6Flags Flags6 { get; set; }

    public uint ValidSeconds { get; set; } = uint.MaxValue;

    public uint PreferredSeconds { get; set; } = uint.MaxValue;

    public InternetFamily Family => Sockaddr.FamilyOf(Address);

    /// <summary>The network it stands for.</summary>
    public IPAddress Network => IpNetworks.Mask(Address, PrefixLength);

    /// <summary>Whether an address is within its network.</summary>
    public bool Covers(IPAddress other) =>
        Sockaddr.FamilyOf(other) == Family && IpNetworks.Mask(other, PrefixLength).Equals(Network);
}
