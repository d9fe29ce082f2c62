namespace Knast.Simulation.Descriptors;

/// <summary>Flags of open(2) and of fcntl(2)'s F_SETFL (sys/fcntl.h).</summary>
[Flags]
internal enum OpenFlags
{
    ReadOnly = 0,
    WriteOnly = 1,
    ReadWrite = 2,
    AccessMode = 3,
    NonBlocking = 4,
    Append = 8,
    SharedLock = 0x10,
    ExclusiveLock = 0x20,
    Asynchronous = 0x40,
    Synchronous = 0x80,
    NoFollow = 0x100,
    Create = 0x200,
    Truncate = 0x400,
    Exclusive = 0x800,
    NoControllingTerminal = 0x8000,
    Direct = 0x10000,
    Directory = 0x20000,
    Search = 0x40000,
    TerminalInitialize = 0x80000,
    CloseOnExec = 0x100000,
    Verify = 0x200000,
    Path = 0x400000,
    ResolveBeneath = 0x800000,
    DataSynchronous = 0x1000000,
    EmptyPath = 0x2000000,
    NamedAttribute = 0x4000000,
    CloseOnFork = 0x8000000,
}
