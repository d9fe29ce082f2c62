using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>struct procctl_reaper_status (sys/procctl.h).</summary>
[AbiStruct("procctl_reaper_status")]
internal static class ReaperStatusLayout
{
    [AbiSize]
    public const int Size = 80;

    [AbiField("rs_flags", 4)]
    public const int Flags = 0;

    [AbiField("rs_children", 4)]
    public const int Children = 4;

    [AbiField("rs_descendants", 4)]
    public const int Descendants = 8;

    [AbiField("rs_reaper", 4)]
    public const int Reaper = 12;
}
