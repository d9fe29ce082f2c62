using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct in_aliasreq (netinet/in_var.h).</summary>
[AbiStruct("in_aliasreq")]
internal static class InAliasreqLayout
{
    [AbiSize]
    public const int Size = 68;

    [AbiField("ifra_name", 16)]
    public const int Name = 0;

    [AbiField("ifra_addr", 16)]
    public const int Address = 16;

    [AbiField("ifra_broadaddr", 16)]
    public const int Broadcast = 32;

    [AbiField("ifra_mask", 16)]
    public const int Mask = 48;
}
