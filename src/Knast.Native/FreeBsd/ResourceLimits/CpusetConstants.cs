using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>Numbers of cpuset(2) (sys/cpuset.h).</summary>
internal static class CpusetConstants
{
    /// <summary>The root set.</summary>
    [AbiConstant("CPU_LEVEL_ROOT")]
    public const int LevelRoot = 1;

    /// <summary>The numbered set.</summary>
    [AbiConstant("CPU_LEVEL_CPUSET")]
    public const int LevelCpuset = 2;

    /// <summary>The very one.</summary>
    [AbiConstant("CPU_LEVEL_WHICH")]
    public const int LevelWhich = 3;

    [AbiConstant("CPU_WHICH_JAIL")]
    public const int WhichJail = 5;

    [AbiConstant("CPU_SETSIZE", Release = "13.2")]
    public const int OldSetSize = 256;

    [AbiConstant("CPU_SETSIZE", Release = "15.1")]
    public const int SetSize = 1024;

    /// <summary>The bytes of a mask that every kernel takes: a longer one than its own has to end with zeros.</summary>
    public const int MaskLength = SetSize / 8;
}
