using Knast.Oci.RuntimeSpec;
using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>OCI <em>state</em>.</summary>
internal static class StateOfContainer
{
    /// <summary>The state document of a container.</summary>
    public static global::Knast.ContainerState Run(EngineContext context, string id)
    {
        ContainerSnapshot container = context.Containers.Read(id);
        RuntimeConfig? config = ContainerDirectory.ReadConfig(container.Paths);
        return new global::Knast.ContainerState
        {
            OciVersion = config?.OciVersion is { Length: > 0 } version ? version : RuntimeConfig.CurrentVersion,
            Id = id,
            Status = container.Status.ToString().ToLowerInvariant(),
            Pid = container.Status is ContainerStatus.Created or ContainerStatus.Running or ContainerStatus.Paused ? container.Process?.Pid ?? 0 : 0,
            Bundle = container.Record?.Bundle ?? container.Paths.Directory,
            Annotations = config?.Annotations ?? new Dictionary<string, string>(),
        };
    }
}
