using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>Asks a container to end with its stop signal, and after a while makes it end.</summary>
internal static class StopContainer
{
    private static readonly TimeSpan TimeToDie = TimeSpan.FromSeconds(10);

    /// <summary>Stops a container.</summary>
    public static Container Run(EngineContext context, string id, Signal? signal, TimeSpan? timeout, CancellationToken cancellation)
    {
        ContainerSnapshot container = context.Containers.Read(id);
        if (container.Status != ContainerStatus.Stopped)
        {
            ContainerTransitions.Require(container, ContainerOperation.Kill);
            End(context, container, signal, timeout, cancellation);
        }

        return WaitForContainer.Finished(context, id);
    }

    private static void End(EngineContext context, ContainerSnapshot container, Signal? signal, TimeSpan? timeout, CancellationToken cancellation)
    {
        TimeSpan patience = timeout ?? TimeSpan.FromSeconds(container.Record!.StopTimeoutSeconds);

        // Before start there is no program that could heed a signal.
        if (container.Status != ContainerStatus.Created)
        {
            KillContainer.Send(context, container, signal ?? Signal.Parse(container.Record!.StopSignal), all: false);
            if (context.Host.WaitForEnd(container.Process!, patience, cancellation))
            {
                return;
            }
        }

        KillContainer.Send(context, container, Signal.Kill, all: false);
        if (!context.Host.WaitForEnd(container.Process!, TimeToDie, cancellation))
        {
            throw new KnastException(
                "StopTimeout", KnastErrorKind.Timeout,
                $"The first process of \"{container.Name}\" ({container.Process!.Pid}) does not end, even after KILL.", container.Name);
        }
    }
}
