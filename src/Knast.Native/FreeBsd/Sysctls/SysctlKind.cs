using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Sysctls;

/// <summary>What kind of value a sysctl has (sys/sysctl.h, <c>CTLTYPE</c>).</summary>
public enum SysctlKind
{
    /// <summary>The kernel said nothing of it.</summary>
    None = 0,

    /// <summary>A node; it has children instead of a value.</summary>
    [AbiConstant("CTLTYPE_NODE")]
    Node = 1,

    /// <summary>int.</summary>
    [AbiConstant("CTLTYPE_INT")]
    Int = 2,

    /// <summary>A string with its NUL.</summary>
    [AbiConstant("CTLTYPE_STRING")]
    String = 3,

    /// <summary>int64_t.</summary>
    [AbiConstant("CTLTYPE_S64")]
    Int64 = 4,

    /// <summary>A structure that the format names.</summary>
    [AbiConstant("CTLTYPE_OPAQUE")]
    Opaque = 5,

    /// <summary>unsigned int.</summary>
    [AbiConstant("CTLTYPE_UINT")]
    UInt = 6,

    /// <summary>long.</summary>
    [AbiConstant("CTLTYPE_LONG")]
    Long = 7,

    /// <summary>unsigned long.</summary>
    [AbiConstant("CTLTYPE_ULONG")]
    ULong = 8,

    /// <summary>uint64_t.</summary>
    [AbiConstant("CTLTYPE_U64")]
    UInt64 = 9,

    /// <summary>uint8_t.</summary>
    [AbiConstant("CTLTYPE_U8")]
    UInt8 = 10,

    /// <summary>uint16_t.</summary>
    [AbiConstant("CTLTYPE_U16")]
    UInt16 = 11,

    /// <summary>int8_t.</summary>
    [AbiConstant("CTLTYPE_S8")]
    Int8 = 12,

    /// <summary>int16_t.</summary>
    [AbiConstant("CTLTYPE_S16")]
    Int16 = 13,

    /// <summary>int32_t.</summary>
    [AbiConstant("CTLTYPE_S32")]
    Int32 = 14,

    /// <summary>uint32_t.</summary>
    [AbiConstant("CTLTYPE_U32")]
    UInt32 = 15,
}
