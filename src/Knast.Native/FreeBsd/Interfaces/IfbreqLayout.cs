using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct ifbreq (net/if_bridgevar.h).</summary>
[AbiStruct("ifbreq")]
internal static class IfbreqLayout
{
    [AbiSize]
    public const int Size = 80;

    [AbiField("ifbr_ifsname", 16)]
    public const int Member = 0;

    [AbiField("ifbr_ifsflags", 4)]
    public const int Flags = 16;

    [AbiField("ifbr_path_cost", 4)]
    public const int PathCost = 24;

    [AbiField("ifbr_portno", 1)]
    public const int Port = 28;

    [AbiField("ifbr_state", 1)]
    public const int State = 32;
}
