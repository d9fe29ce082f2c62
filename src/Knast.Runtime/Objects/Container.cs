namespace Knast;

/// <summary>A container as it was when it was asked for.</summary>
public sealed record Container
{
    /// <summary>The OCI container id, unique on this host.</summary>
    public required string Id { get; init; }

    /// <summary>The name, unique on this host.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required ContainerStatus Status { get; init; }

    /// <summary>The reference of the image that it was made from; null when made from a bundle.</summary>
    public string? Image { get; init; }

    /// <summary>The id of that image (the digest of its configuration).</summary>
    public string? ImageId { get; init; }

    /// <summary>The process id of its first process, as the host counts; null while there is none.</summary>
    public int? Pid { get; init; }

    /// <summary>The exit code of its first process: 128 + signal when a signal ended it; null while it has not ended or where nobody saw the end.</summary>
    public int? ExitCode { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When its program was started last.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When its program ended.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>The program and its arguments.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>The OCI bundle directory, with <c>config.json</c>.</summary>
    public required string Bundle { get; init; }

    /// <summary>The host name inside.</summary>
    public string? Hostname { get; init; }

    /// <summary>The network that it is on: <c>none</c>, <c>host</c> or a network's name.</summary>
    public string Network { get; init; } = "none";

    /// <summary>Labels by name.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>OCI annotations by name.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
