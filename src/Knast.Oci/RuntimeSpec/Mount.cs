namespace Knast.Oci.RuntimeSpec;

/// <summary>A mount (runtime-spec config.md, "Mounts").</summary>
public sealed record Mount
{
    /// <summary>The path inside the container; empty where the document lacks it.</summary>
    public string Destination { get; init => field = value ?? ""; } = "";

    /// <summary>The type of the filesystem.</summary>
    public string? Type { get; init; }

    /// <summary>A device, a file, a directory (absolute or relative to the bundle), or a dummy.</summary>
    public string? Source { get; init; }

    /// <summary>Options as <c>fstab</c> has them; <c>bind</c> or <c>rbind</c> makes a bind mount.</summary>
    public IReadOnlyList<string> Options { get; init => field = value ?? []; } = [];

    /// <summary>How user ids of the source appear at the destination.</summary>
    public IReadOnlyList<LinuxIdMapping> UidMappings { get; init => field = value ?? []; } = [];

    /// <summary>How group ids of the source appear at the destination.</summary>
    public IReadOnlyList<LinuxIdMapping> GidMappings { get; init => field = value ?? []; } = [];
}
