using Knast.Runtime.Hosts;
using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>OCI <em>kill</em>.</summary>
internal static class KillContainer
{
    /// <summary>Sends a signal.</summary>
    public static void Run(EngineContext context, string id, Signal signal, bool all)
    {
        ContainerSnapshot container = context.Containers.Read(id);
        ContainerTransitions.Require(container, ContainerOperation.Kill);
        _ = Send(context, container, signal, all);
    }

    /// <summary>Sends a signal to a container that has a process.</summary>
    /// <returns>Whether its first process was still there.</returns>
    public static bool Send(EngineContext context, ContainerSnapshot container, Signal signal, bool all)
    {
        var setup = new ContainerSetup
        {
            Record = container.Record!,
            Config = ContainerDirectory.ReadConfig(container.Paths) ?? new Oci.RuntimeSpec.RuntimeConfig(),
            Paths = container.Paths,
        };
        return context.Host.Kill(setup, container.Process!, signal, all);
    }
}
