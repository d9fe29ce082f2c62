using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>struct procctl_reaper_kill (sys/procctl.h).</summary>
[AbiStruct("procctl_reaper_kill")]
internal static class ReaperKillLayout
{
    [AbiSize]
    public const int Size = 80;

    [AbiField("rk_sig", 4)]
    public const int Signal = 0;

    [AbiField("rk_flags", 4)]
    public const int Flags = 4;

    [AbiField("rk_subtree", 4)]
    public const int Subtree = 8;

    [AbiField("rk_killed", 4)]
    public const int Killed = 12;

    [AbiField("rk_fpid", 4)]
    public const int FirstFailed = 16;
}
