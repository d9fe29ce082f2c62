using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>struct procctl_reaper_pids (sys/procctl.h).</summary>
[AbiStruct("procctl_reaper_pids")]
internal static class ReaperPidsLayout
{
    [AbiSize]
    public const int Size = 72;

    [AbiField("rp_count", 4)]
    public const int Count = 0;

    [AbiField("rp_pids", 8)]
    public const int Entries = 64;
}
