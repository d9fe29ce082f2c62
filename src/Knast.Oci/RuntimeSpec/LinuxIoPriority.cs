namespace Knast.Oci.RuntimeSpec;

/// <summary>The I/O priority of a process group (runtime-spec config.md, "ioPriority"; ioprio_set(2)).</summary>
public sealed record LinuxIoPriority
{
    /// <summary><c>IOPRIO_CLASS_RT</c>, <c>IOPRIO_CLASS_BE</c> or <c>IOPRIO_CLASS_IDLE</c>; empty where the document lacks it.</summary>
    public string Class { get; init => field = value ?? ""; } = "";

    /// <summary>The level within the class, from 0 (highest) to 7.</summary>
    public int Priority { get; init; }
}
