using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct in6_aliasreq (netinet6/in6_var.h).</summary>
[AbiStruct("in6_aliasreq")]
internal static class In6AliasreqLayout
{
    [AbiSize]
    public const int Size = 136;

    [AbiField("ifra_name", 16)]
    public const int Name = 0;

    [AbiField("ifra_addr", 28)]
    public const int Address = 16;

    [AbiField("ifra_broadaddr", 28)]
    public const int Destination = 44;

    [AbiField("ifra_prefixmask", 28)]
    public const int Mask = 72;

    [AbiField("ifra_flags", 4)]
    public const int Flags = 100;

    [AbiField("ifra_lifetime", 24)]
    public const int Lifetime = 104;
}
