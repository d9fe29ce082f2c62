using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct in6_ifreq (netinet6/in6_var.h).</summary>
[AbiStruct("in6_ifreq")]
internal static class In6IfreqLayout
{
    [AbiSize]
    public const int Size = 288;

    [AbiField("ifr_name", 16)]
    public const int Name = 0;

    [AbiField("ifr_ifru.ifru_addr", 28)]
    public const int Address = 16;

    [AbiField("ifr_ifru.ifru_flags6", 4)]
    public const int AddressFlags = 16;
}
