namespace Knast.Simulation.Mounts;

/// <summary>Flags of mounts (sys/mount.h).</summary>
[Flags]
internal enum MountFlags : ulong
{
    None = 0,
    ReadOnly = 1,
    Synchronous = 2,
    NoExec = 4,
    NoSetUserId = 8,
    Union = 0x20,
    Asynchronous = 0x40,
    Local = 0x1000,
    RootFileSystem = 0x4000,
    User = 0x8000,
    Update = 0x10000,
    Reload = 0x40000,
    Force = 0x80000,
    NoAccessTime = 0x10000000,
    Snapshot = 0x1000000,
    NoClusterRead = 0x40000000,
    NoSymbolicFollow = 0x400000,
    Ignored = 0x800000,
    ById = 0x8000000,
    NoCover = 0x1000000000,
    EmptyDirectory = 0x2000000000,
}
