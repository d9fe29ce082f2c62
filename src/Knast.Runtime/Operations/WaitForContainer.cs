using System.Diagnostics;
using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>Waits until a container has come to a state.</summary>
internal static class WaitForContainer
{
    private static readonly TimeSpan LongestWaitForMonitor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits.</summary>
    public static Container Run(EngineContext context, string id, ContainerCondition condition, TimeSpan? timeout, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            ContainerSnapshot container = context.Containers.Read(id);
            if (container.Status == ContainerStatus.Stopped)
            {
                return Finished(context, id);
            }

            if (condition == ContainerCondition.Running && container.Status is ContainerStatus.Running or ContainerStatus.Paused)
            {
                return container.ToContainer(ContainerDirectory.ReadConfig(container.Paths));
            }

            TimeSpan? left = timeout - Stopwatch.GetElapsedTime(start);
            if (left <= TimeSpan.Zero || !WaitForChange(context, container, condition, left, cancellation))
            {
                throw new KnastException(
                    "WaitTimeout", KnastErrorKind.Timeout,
                    $"The container \"{container.Name}\" was still {container.Status.ToString().ToLowerInvariant()} after {timeout}.", container.Name);
            }
        }
    }

    /// <summary>A stopped container, with its exit code as soon as the monitor has written it.</summary>
    public static Container Finished(EngineContext context, string id)
    {
        ContainerSnapshot container = context.Containers.Read(id);
        if (container is { Status: ContainerStatus.Stopped, Exit: null, Process.Monitor: { } monitor })
        {
            context.Host.WaitForEnd(monitor, LongestWaitForMonitor, CancellationToken.None);
            container = context.Containers.Read(id);
        }

        return container.ToContainer(ContainerDirectory.ReadConfig(container.Paths));
    }

    // A start shows in a file only; an end can be waited for.
    private static bool WaitForChange(
        EngineContext context, ContainerSnapshot container, ContainerCondition condition, TimeSpan? left, CancellationToken cancellation)
    {
        if (condition == ContainerCondition.Running || container.Process is null)
        {
            cancellation.WaitHandle.WaitOne(Pause);
            cancellation.ThrowIfCancellationRequested();
            return true;
        }

        return context.Host.WaitForEnd(container.Process, left, cancellation);
    }
}
