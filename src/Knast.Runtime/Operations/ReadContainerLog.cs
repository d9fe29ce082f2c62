using Knast.Runtime.Logs;
using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>Reads what a container wrote.</summary>
internal static class ReadContainerLog
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Reads lines, and follows them until the container has ended.</summary>
    public static IEnumerable<ContainerLogLine> Run(EngineContext context, string id, LogQuery query, CancellationToken cancellation)
    {
        ContainerSnapshot container = context.Containers.Read(id);
        return Read(context, container.Paths, query, cancellation);
    }

    private static IEnumerable<ContainerLogLine> Read(EngineContext context, ContainerPaths paths, LogQuery query, CancellationToken cancellation)
    {
        using var reader = new LogReader(context.Files, paths.Log);
        bool hasEnded = HasEnded(context, paths.Id);
        IEnumerable<ContainerLogLine> first = reader.ReadAvailable(isFinal: !query.Follow || hasEnded).Where(line => Matches(line, query));
        foreach (ContainerLogLine line in query.Tail is { } count ? first.TakeLast(count) : first)
        {
            yield return line;
        }

        while (query.Follow && !hasEnded)
        {
            cancellation.WaitHandle.WaitOne(Pause);
            cancellation.ThrowIfCancellationRequested();

            // Asked before reading, so that nothing written before the end is missed.
            hasEnded = HasEnded(context, paths.Id);
            foreach (ContainerLogLine line in reader.ReadAvailable(isFinal: hasEnded).Where(line => Matches(line, query)))
            {
                yield return line;
            }
        }
    }

    private static bool Matches(ContainerLogLine line, LogQuery query) =>
        (query.Since is not { } since || line.Timestamp >= since) && (query.Stream is not { } stream || line.Stream == stream);

    // The monitor writes the exit status after the last output.
    private static bool HasEnded(EngineContext context, string id)
    {
        ContainerSnapshot? container = context.Containers.TryRead(id);
        return container is null
            || (container.Status == ContainerStatus.Stopped
                && (container.Exit is not null || container.Process?.Monitor is not { } monitor || !context.Host.IsAlive(monitor)));
    }
}
