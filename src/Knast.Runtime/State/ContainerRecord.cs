namespace Knast.Runtime.State;

/// <summary>What is kept of a container beside its OCI configuration.</summary>
internal sealed record ContainerRecord
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>The bundle directory; the container's own directory when it was made from an image.</summary>
    public required string Bundle { get; init; }

    public string? Image { get; init; }

    public string? ImageId { get; init; }

    /// <summary>How the root file system is made: <c>bundle</c>, <c>overlay</c> or <c>copy</c>.</summary>
    public required string Rootfs { get; init; }

    /// <summary>Directories of the image's layers, the lowest first; for overlay.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    public string Network { get; init; } = "none";

    public string StopSignal { get; init; } = "TERM";

    public double StopTimeoutSeconds { get; init; } = 10;

    public string? StandardInputPath { get; init; }

    public bool CreatesWorkingDirectory { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
}
