using Knast.Native.Programs;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.State;

/// <summary>All that is known of a container at one moment.</summary>
internal sealed record ContainerSnapshot
{
    public required ContainerPaths Paths { get; init; }

    /// <summary>Null where a crash left the container without even an intent.</summary>
    public required ContainerRecord? Record { get; init; }

    /// <summary>Whether it was created completely.</summary>
    public required bool IsComplete { get; init; }

    public required ContainerStatus Status { get; init; }

    public required ProcessRecord? Process { get; init; }

    public required ExitRecord? Exit { get; init; }

    /// <summary>The name, or the id where there is no name.</summary>
    public string Name => Record?.Name ?? Paths.Id;

    /// <summary>The object that users see.</summary>
    public Container ToContainer(RuntimeConfig? config) => new()
    {
        Id = Paths.Id,
        Name = Name,
        Status = Status,
        Image = Record?.Image,
        ImageId = Record?.ImageId,
        Pid = Status is ContainerStatus.Created or ContainerStatus.Running or ContainerStatus.Paused ? Process?.Pid : null,
        ExitCode = Status == ContainerStatus.Stopped ? Exit?.ExitCode : null,
        Created = Record?.Created ?? default,
        Started = Process?.Started,
        Finished = Status == ContainerStatus.Stopped ? Exit?.Time : null,
        Command = config?.Process?.Args ?? [],
        Bundle = Record?.Bundle ?? Paths.Directory,
        Hostname = config?.Hostname,
        Network = Record?.Network ?? "none",
        Labels = Record?.Labels ?? new Dictionary<string, string>(),
        Annotations = config?.Annotations ?? new Dictionary<string, string>(),
    };
}
