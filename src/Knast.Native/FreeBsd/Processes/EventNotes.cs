using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>What of a process or a jail is watched (kqueue(2), sys/event.h). The meaning of a bit depends on the filter.</summary>
[Flags]
public enum EventNotes : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>NOTE_TRACK of a process: its children are watched too.</summary>
    [AbiConstant("NOTE_TRACK")]
    Track = 0x1,

    /// <summary>NOTE_EXEC of a process.</summary>
    [AbiConstant("NOTE_EXEC")]
    Execute = 0x20000000,

    /// <summary>NOTE_FORK of a process.</summary>
    [AbiConstant("NOTE_FORK")]
    Fork = 0x40000000,

    /// <summary>NOTE_EXIT of a process: it has ended; the data is its <see cref="WaitStatus"/>.</summary>
    [AbiConstant("NOTE_EXIT")]
    Exit = 0x80000000,

    /// <summary>NOTE_JAIL_REMOVE of a jail (15): it is removed.</summary>
    [AbiConstant("NOTE_JAIL_REMOVE", Release = "15.1")]
    JailRemove = 0x10000000,

    /// <summary>NOTE_JAIL_ATTACH of a jail (15): a process came in; the data is its id.</summary>
    [AbiConstant("NOTE_JAIL_ATTACH", Release = "15.1")]
    JailAttach = 0x20000000,

    /// <summary>NOTE_JAIL_SET of a jail (15): it was changed.</summary>
    [AbiConstant("NOTE_JAIL_SET", Release = "15.1")]
    JailSet = 0x40000000,

    /// <summary>NOTE_JAIL_CHILD of a jail (15): a jail was made in it; the data is its id.</summary>
    [AbiConstant("NOTE_JAIL_CHILD", Release = "15.1")]
    JailChild = 0x80000000,

    /// <summary>NOTE_JAIL_MULTI of a jail (15): more than one of them, so the data says nothing.</summary>
    [AbiConstant("NOTE_JAIL_MULTI", Release = "15.1")]
    JailSeveral = 0x08000000,
}
