using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>What setrlimit(2) limits (sys/resource.h).</summary>
public enum ResourceKind
{
    /// <summary>RLIMIT_CPU: processor time in seconds.</summary>
    [AbiConstant("RLIMIT_CPU")]
    Cpu = 0,

    /// <summary>RLIMIT_FSIZE: the largest file in bytes.</summary>
    [AbiConstant("RLIMIT_FSIZE")]
    FileSize = 1,

    /// <summary>RLIMIT_DATA: the data segment in bytes.</summary>
    [AbiConstant("RLIMIT_DATA")]
    Data = 2,

    /// <summary>RLIMIT_STACK: the stack in bytes.</summary>
    [AbiConstant("RLIMIT_STACK")]
    Stack = 3,

    /// <summary>RLIMIT_CORE: the largest core file in bytes.</summary>
    [AbiConstant("RLIMIT_CORE")]
    Core = 4,

    /// <summary>RLIMIT_RSS: memory in use in bytes.</summary>
    [AbiConstant("RLIMIT_RSS")]
    ResidentSet = 5,

    /// <summary>RLIMIT_MEMLOCK: locked memory in bytes.</summary>
    [AbiConstant("RLIMIT_MEMLOCK")]
    LockedMemory = 6,

    /// <summary>RLIMIT_NPROC: processes of the user.</summary>
    [AbiConstant("RLIMIT_NPROC")]
    Processes = 7,

    /// <summary>RLIMIT_NOFILE: open files.</summary>
    [AbiConstant("RLIMIT_NOFILE")]
    OpenFiles = 8,

    /// <summary>RLIMIT_SBSIZE: socket buffers of the user in bytes.</summary>
    [AbiConstant("RLIMIT_SBSIZE")]
    SocketBuffers = 9,

    /// <summary>RLIMIT_AS: the address space in bytes.</summary>
    [AbiConstant("RLIMIT_AS")]
    AddressSpace = 10,

    /// <summary>RLIMIT_NPTS: pseudo terminals of the user.</summary>
    [AbiConstant("RLIMIT_NPTS")]
    PseudoTerminals = 11,

    /// <summary>RLIMIT_SWAP: swap space of the user in bytes.</summary>
    [AbiConstant("RLIMIT_SWAP")]
    Swap = 12,

    /// <summary>RLIMIT_KQUEUES: kqueues of the user.</summary>
    [AbiConstant("RLIMIT_KQUEUES")]
    Kqueues = 13,

    /// <summary>RLIMIT_UMTXP: shared locks of threads of the user.</summary>
    [AbiConstant("RLIMIT_UMTXP")]
    SharedLocks = 14,

    /// <summary>RLIMIT_PIPEBUF: pipe buffers of the user in bytes (15).</summary>
    [AbiConstant("RLIMIT_PIPEBUF", Release = "15.1")]
    PipeBuffers = 15,
}
