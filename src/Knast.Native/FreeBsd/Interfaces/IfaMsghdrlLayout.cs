using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>struct ifa_msghdrl (net/if.h).</summary>
[AbiStruct("ifa_msghdrl")]
internal static class IfaMsghdrlLayout
{
    [AbiSize]
    public const int Size = 176;

    [AbiField("ifam_msglen", 2)]
    public const int MessageLength = 0;

    [AbiField("ifam_version", 1)]
    public const int Version = 2;

    [AbiField("ifam_type", 1)]
    public const int Type = 3;

    [AbiField("ifam_addrs", 4)]
    public const int Addresses = 4;

    [AbiField("ifam_flags", 4)]
    public const int Flags = 8;

    [AbiField("ifam_index", 2)]
    public const int Index = 12;

    [AbiField("ifam_len", 2)]
    public const int HeaderLength = 16;

    [AbiField("ifam_data_off", 2)]
    public const int DataOffset = 18;
}
