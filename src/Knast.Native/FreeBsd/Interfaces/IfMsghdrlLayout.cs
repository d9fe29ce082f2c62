using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct if_msghdrl (net/if.h).</summary>
[AbiStruct("if_msghdrl")]
internal static class IfMsghdrlLayout
{
    [AbiSize]
    public const int Size = 176;

    [AbiField("ifm_msglen", 2)]
    public const int MessageLength = 0;

    [AbiField("ifm_version", 1)]
    public const int Version = 2;

    [AbiField("ifm_type", 1)]
    public const int Type = 3;

    [AbiField("ifm_addrs", 4)]
    public const int Addresses = 4;

    [AbiField("ifm_flags", 4)]
    public const int Flags = 8;

    [AbiField("ifm_index", 2)]
    public const int Index = 12;

    [AbiField("ifm_len", 2)]
    public const int HeaderLength = 16;

    [AbiField("ifm_data_off", 2)]
    public const int DataOffset = 18;

    [AbiField("ifm_data", 152)]
    public const int Data = 24;
}
