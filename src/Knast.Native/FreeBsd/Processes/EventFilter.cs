using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>What a kqueue watches (kqueue(2), sys/event.h).</summary>
public enum EventFilter : short
{
    /// <summary>EVFILT_READ: a descriptor can be read.</summary>
    [AbiConstant("EVFILT_READ")]
    Read = -1,

    /// <summary>EVFILT_WRITE: a descriptor can be written.</summary>
    [AbiConstant("EVFILT_WRITE")]
    Write = -2,

    /// <summary>EVFILT_VNODE: a file changed.</summary>
    [AbiConstant("EVFILT_VNODE")]
    File = -4,

    /// <summary>EVFILT_PROC: a process, by its id.</summary>
    [AbiConstant("EVFILT_PROC")]
    Process = -5,

    /// <summary>EVFILT_SIGNAL: a signal came.</summary>
    [AbiConstant("EVFILT_SIGNAL")]
    Signal = -6,

    /// <summary>EVFILT_TIMER: time went by.</summary>
    [AbiConstant("EVFILT_TIMER")]
    Timer = -7,

    /// <summary>EVFILT_PROCDESC: a process, by its descriptor (pdfork(2)).</summary>
    [AbiConstant("EVFILT_PROCDESC")]
    ProcessDescriptor = -8,

    /// <summary>EVFILT_USER: somebody triggered it.</summary>
    [AbiConstant("EVFILT_USER")]
    User = -11,

    /// <summary>EVFILT_JAIL (15): a jail, by its id; 0 is the asking process's.</summary>
    [AbiConstant("EVFILT_JAIL", Release = "15.1")]
    Jail = -14,

    /// <summary>EVFILT_JAILDESC (15): a jail, by its descriptor.</summary>
    [AbiConstant("EVFILT_JAILDESC", Release = "15.1")]
    JailDescriptor = -15,
}
