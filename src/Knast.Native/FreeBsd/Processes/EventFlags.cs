using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>Flags of an event (kqueue(2), sys/event.h).</summary>
[Flags]
public enum EventFlags : ushort
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>EV_ADD.</summary>
    [AbiConstant("EV_ADD")]
    Add = 0x1,

    /// <summary>EV_DELETE.</summary>
    [AbiConstant("EV_DELETE")]
    Delete = 0x2,

    /// <summary>EV_ENABLE.</summary>
    [AbiConstant("EV_ENABLE")]
    Enable = 0x4,

    /// <summary>EV_DISABLE.</summary>
    [AbiConstant("EV_DISABLE")]
    Disable = 0x8,

    /// <summary>EV_ONESHOT: it is watched until the first time.</summary>
    [AbiConstant("EV_ONESHOT")]
    OneShot = 0x10,

    /// <summary>EV_CLEAR: what was reported is not reported again.</summary>
    [AbiConstant("EV_CLEAR")]
    Clear = 0x20,

    /// <summary>EV_ERROR: the data is an error number.</summary>
    [AbiConstant("EV_ERROR")]
    Error = 0x4000,

    /// <summary>EV_EOF: nothing more will come.</summary>
    [AbiConstant("EV_EOF")]
    EndOfFile = 0x8000,
}
