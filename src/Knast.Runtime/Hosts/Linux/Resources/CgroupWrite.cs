namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>A value for a file of the container's cgroup.</summary>
/// <param name="Hierarchy">In which hierarchy.</param>
/// <param name="File">The file's name.</param>
/// <param name="Value">What is written.</param>
/// <param name="Pointer">What asked for it, as a JSON pointer.</param>
internal sealed record CgroupWrite(CgroupHierarchy Hierarchy, string File, string Value, string Pointer)
{
    /// <summary>Whether nothing is lost where the kernel has no such file.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>What is written instead where the kernel has no such file.</summary>
    public CgroupWrite? Otherwise { get; init; }

    /// <summary>As a shell would write it, for people and tests.</summary>
    public override string ToString() =>
        $"{File} = {Value}{(MayBeMissing ? " (if there)" : "")}{(Otherwise is { } other ? $", else {other}" : "")}";
}
