namespace Knast.Runtime;

/// <summary>What a new container is to be. Exactly one of <see cref="Bundle"/> and <see cref="Image"/> is given.</summary>
public sealed record CreateRequest
{
    /// <summary>The name; null for one that is made up.</summary>
    public string? Name { get; init; }

    /// <summary>The container's OCI id; null for one that is made up.</summary>
    public string? Id { get; init; }

    /// <summary>An OCI bundle directory; an absolute path.</summary>
    public string? Bundle { get; init; }

    /// <summary>An image in the store.</summary>
    public Image? Image { get; init; }

    /// <summary>Replaces the image's command; null keeps it.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Replaces the image's entry point; an empty list removes it, null keeps it.</summary>
    public IReadOnlyList<string>? Entrypoint { get; init; }

    /// <summary>Environment variables that are added or replaced.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The working directory; null keeps the image's.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary><c>user[:group]</c> by name or number; null keeps the image's.</summary>
    public string? User { get; init; }

    /// <summary>The host name; null for the name.</summary>
    public string? Hostname { get; init; }

    /// <summary><c>none</c> or <c>host</c>.</summary>
    public string Network { get; init; } = "none";

    /// <summary>Whether the root file system is read-only.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Mounts beside the default ones.</summary>
    public IReadOnlyList<Oci.RuntimeSpec.Mount> Mounts { get; init; } = [];

    /// <summary>Capabilities added to the default set, with or without <c>CAP_</c>; <c>ALL</c> for all.</summary>
    public IReadOnlyList<string> AddCapabilities { get; init; } = [];

    /// <summary>Capabilities taken from the default set; <c>ALL</c> for all.</summary>
    public IReadOnlyList<string> DropCapabilities { get; init; } = [];

    /// <summary>Resource limits (setrlimit(2)).</summary>
    public IReadOnlyList<Oci.RuntimeSpec.PosixRlimit> ResourceLimits { get; init; } = [];

    /// <summary>The most memory, in bytes; null or 0 for no limit. Who needs more is killed.</summary>
    public long? Memory { get; init; }

    /// <summary>The most memory and swap together, in bytes, -1 for swap without a limit; null or 0 leaves swap as the system has it.</summary>
    public long? MemorySwap { get; init; }

    /// <summary>The most processor time, in processors: 0.5 is half of one; null or 0 for no limit.</summary>
    public double? Cpu { get; init; }

    /// <summary>The processors to run on, as <c>0-2,4</c>; null or empty for all.</summary>
    public string? CpuSet { get; init; }

    /// <summary>The most processes and threads; null or -1 for no limit.</summary>
    public long? PidsLimit { get; init; }

    /// <summary>The signal that asks it to end; null for the image's or TERM.</summary>
    public string? StopSignal { get; init; }

    /// <summary>How long it gets between the stop signal and KILL.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>OCI annotations.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    /// <summary>A file or device whose content becomes standard input; null for nothing (/dev/null).</summary>
    public string? StandardInputPath { get; init; }

    /// <summary>Told of layers that are unpacked.</summary>
    public IProgress<ImageProgress>? Progress { get; init; }
}
