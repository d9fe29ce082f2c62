using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct in6_addrlifetime (netinet6/in6_var.h).</summary>
[AbiStruct("in6_addrlifetime")]
internal static class In6AddrlifetimeLayout
{
    [AbiSize]
    public const int Size = 24;

    [AbiField("ia6t_expire", 8)]
    public const int Expires = 0;

    [AbiField("ia6t_preferred", 8)]
    public const int Preferred = 8;

    [AbiField("ia6t_vltime", 4)]
    public const int ValidSeconds = 16;

    [AbiField("ia6t_pltime", 4)]
    public const int PreferredSeconds = 20;
}
