using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>What a process is doing (sys/proc.h).</summary>
public enum ProcessState
{
    /// <summary>The kernel said nothing of it.</summary>
    None = 0,

    /// <summary>SIDL: being made.</summary>
    [AbiConstant("SIDL")]
    Starting = 1,

    /// <summary>SRUN.</summary>
    [AbiConstant("SRUN")]
    Running = 2,

    /// <summary>SSLEEP.</summary>
    [AbiConstant("SSLEEP")]
    Sleeping = 3,

    /// <summary>SSTOP: by a signal or a debugger.</summary>
    [AbiConstant("SSTOP")]
    Stopped = 4,

    /// <summary>SZOMB: ended, and not waited for.</summary>
    [AbiConstant("SZOMB")]
    Zombie = 5,

    /// <summary>SWAIT: for an interrupt.</summary>
    [AbiConstant("SWAIT")]
    Waiting = 6,

    /// <summary>SLOCK: for a lock of the kernel's.</summary>
    [AbiConstant("SLOCK")]
    Locked = 7,
}
