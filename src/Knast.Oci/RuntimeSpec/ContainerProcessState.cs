namespace Knast.Oci.RuntimeSpec;

/// <summary>
/// What a seccomp listener receives, together with descriptors (runtime-spec config-linux.md, "The Container Process State").
/// </summary>
public sealed record ContainerProcessState : IOciDocument
{
    /// <summary>The name of the seccomp notify descriptor in <see cref="Fds"/>.</summary>
    public const string SeccompFd = "seccompFd";

    /// <summary>The version of the specification; empty where the document lacks it.</summary>
    public string OciVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The names of the descriptors passed, in their order.</summary>
    public IReadOnlyList<string> Fds { get; init => field = value ?? []; } = [];

    /// <summary>The container's process, as the runtime sees it.</summary>
    public int Pid { get; init; }

    /// <summary>The <c>listenerMetadata</c> of the configuration.</summary>
    public string? Metadata { get; init; }

    /// <summary>The container's state.</summary>
    public ContainerState? State { get; init; }
}
