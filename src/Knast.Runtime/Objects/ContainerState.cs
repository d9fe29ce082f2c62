namespace Knast;

/// <summary>The state of a container in the words of the specification (runtime-spec, runtime.md "State").</summary>
public sealed record ContainerState
{
    /// <summary>The version of the specification that the state follows.</summary>
    public required string OciVersion { get; init; }

    /// <summary>The container's id.</summary>
    public required string Id { get; init; }

    /// <summary><c>creating</c>, <c>created</c>, <c>running</c>, <c>paused</c> or <c>stopped</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The process id of its first process, as the host counts; 0 when there is none.</summary>
    public int Pid { get; init; }

    /// <summary>The absolute path of the bundle directory.</summary>
    public required string Bundle { get; init; }

    /// <summary>The annotations of the configuration.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ToString() => Id;
}
