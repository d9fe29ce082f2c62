using Knast.Runtime;

namespace Knast.PowerShell.Pipeline;

/// <summary>One life of a container: created, started, listened to until its end, removed whatever happens.</summary>
/// <param name="engine">The engine.</param>
/// <param name="write">What to do with each line as it comes; null to collect them.</param>
internal sealed class ContainerRun(ContainerEngine engine, Action<ContainerLogLine, ICommandStreams>? write)
{
    private readonly List<string> _output = [];
    private readonly List<string> _error = [];

    public CommandResult Execute(CreateRequest request, ICommandStreams streams, CancellationToken cancellation)
    {
        streams.WriteVerbose($"Creating a container from {request.Image}.");
        Container container = Create(request, streams, cancellation);
        try
        {
            streams.WriteVerbose($"Starting container '{container.Name}' ({container.Id}).");
            engine.Start(container.Id, cancellation);
            foreach (ContainerLogLine line in engine.ReadLog(container.Id, new LogQuery { Follow = true }, cancellation))
                Take(line, streams);
            int? exitCode = engine.Wait(container.Id, ContainerCondition.Stopped, timeout: null, cancellation).ExitCode;
            return new CommandResult(exitCode, _output, _error);
        }
        finally
        {
            streams.WriteVerbose($"Removing container '{container.Name}' ({container.Id}).");
            engine.Delete(container.Id, force: true, CancellationToken.None);
        }
    }

    private Container Create(CreateRequest request, ICommandStreams streams, CancellationToken cancellation)
    {
        using var progress = new ImageProgressReporter(streams, $"Creating a container from {request.Image}");
        return engine.Create(request with { Progress = progress }, cancellation);
    }

    private void Take(ContainerLogLine line, ICommandStreams streams)
    {
        if (write is not null)
            write(line, streams);
        else
            (line.Stream == ContainerLogStream.Output ? _output : _error).Add(line.Text);
    }
}
