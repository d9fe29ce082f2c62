using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>What a value in a list is (openzfs, sys/nvpair.h, DATA_TYPE_*).</summary>
internal enum ZfsDataType
{
    [AbiConstant("zfs.DATA_TYPE_UNKNOWN")]
    None = 0,

    [AbiConstant("zfs.DATA_TYPE_BOOLEAN")]
    Presence = 1,

    [AbiConstant("zfs.DATA_TYPE_INT32")]
    Int32 = 5,

    [AbiConstant("zfs.DATA_TYPE_UINT64")]
    UInt64 = 8,

    [AbiConstant("zfs.DATA_TYPE_STRING")]
    Text = 9,

    [AbiConstant("zfs.DATA_TYPE_UINT64_ARRAY")]
    UInt64Array = 16,

    [AbiConstant("zfs.DATA_TYPE_NVLIST")]
    List = 19,

    [AbiConstant("zfs.DATA_TYPE_NVLIST_ARRAY")]
    ListArray = 20,

    [AbiConstant("zfs.DATA_TYPE_BOOLEAN_VALUE")]
    Boolean = 21,
}
