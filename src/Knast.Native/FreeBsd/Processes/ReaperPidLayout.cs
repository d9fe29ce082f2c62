using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>struct procctl_reaper_pidinfo (sys/procctl.h).</summary>
[AbiStruct("procctl_reaper_pidinfo")]
internal static class ReaperPidLayout
{
    [AbiSize]
    public const int Size = 72;

    [AbiField("pi_pid", 4)]
    public const int Pid = 0;

    [AbiField("pi_subtree", 4)]
    public const int Subtree = 4;

    [AbiField("pi_flags", 4)]
    public const int Flags = 8;
}
