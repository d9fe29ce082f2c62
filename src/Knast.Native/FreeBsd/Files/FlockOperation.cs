using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Files;

/// <summary>What flock(2) does (sys/fcntl.h).</summary>
public enum FlockOperation
{
    /// <summary>LOCK_SH: others may have it too.</summary>
    [AbiConstant("LOCK_SH")]
    Shared = 1,

    /// <summary>LOCK_EX: nobody else has it.</summary>
    [AbiConstant("LOCK_EX")]
    Exclusive = 2,

    /// <summary>LOCK_NB: always added, since no call of Knast's blocks.</summary>
    [AbiConstant("LOCK_NB")]
    NoWait = 4,

    /// <summary>LOCK_UN.</summary>
    [AbiConstant("LOCK_UN")]
    Unlock = 8,
}
