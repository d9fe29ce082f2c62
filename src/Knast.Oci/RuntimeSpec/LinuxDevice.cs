namespace Knast.Oci.RuntimeSpec;

/// <summary>A device of the container (runtime-spec config-linux.md, "Devices").</summary>
public sealed record LinuxDevice
{
    /// <summary><c>c</c>, <c>b</c>, <c>u</c> or <c>p</c>; empty where the document lacks it.</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>The full path inside the container; empty where the document lacks it.</summary>
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>The major number; required unless the type is <c>p</c>.</summary>
    public long? Major { get; init; }

    /// <summary>The minor number; required unless the type is <c>p</c>.</summary>
    public long? Minor { get; init; }

    /// <summary>The permission bits.</summary>
    public uint? FileMode { get; init; }

    /// <summary>The owner inside the container.</summary>
    public uint? Uid { get; init; }

    /// <summary>The group inside the container.</summary>
    public uint? Gid { get; init; }
}
