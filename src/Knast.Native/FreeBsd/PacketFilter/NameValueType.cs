using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What a value on the wire is (sys/nv.h, NV_TYPE_*, and two that close a nested list).</summary>
internal enum NameValueType
{
    [AbiConstant("NV_TYPE_NONE")]
    None = 0,

    [AbiConstant("NV_TYPE_NULL")]
    Null = 1,

    [AbiConstant("NV_TYPE_BOOL")]
    Boolean = 2,

    [AbiConstant("NV_TYPE_NUMBER")]
    Number = 3,

    [AbiConstant("NV_TYPE_STRING")]
    Text = 4,

    [AbiConstant("NV_TYPE_NVLIST")]
    List = 5,

    [AbiConstant("NV_TYPE_BINARY")]
    Binary = 7,

    [AbiConstant("NV_TYPE_BOOL_ARRAY")]
    Booleans = 8,

    [AbiConstant("NV_TYPE_NUMBER_ARRAY")]
    Numbers = 9,

    [AbiConstant("NV_TYPE_STRING_ARRAY")]
    Texts = 10,

    [AbiConstant("NV_TYPE_NVLIST_ARRAY")]
    Lists = 11,

    [AbiConstant("nv.NV_TYPE_NVLIST_ARRAY_NEXT")]
    NextInArray = 254,

    [AbiConstant("nv.NV_TYPE_NVLIST_UP")]
    Up = 255,
}
