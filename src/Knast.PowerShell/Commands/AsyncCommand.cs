using System.Management.Automation;
using Knast.PowerShell.Errors;
using Knast.PowerShell.Pipeline;

namespace Knast.PowerShell.Commands;

/// <summary>A cmdlet whose work takes long: it runs beside the pipeline thread, or as a job, and Ctrl+C cancels it.</summary>
public abstract class AsyncCommand : KnastCommand
{
    private readonly List<Func<ICommandStreams, CancellationToken, Task>> _postponed = [];

    /// <summary>Whether the work is to become a job; a cmdlet that offers this declares the parameter.</summary>
    private protected virtual bool RunsAsJob => false;

    /// <summary>Does the work of one item now, or in the job. What goes wrong with it is a non-terminating error.</summary>
    private protected void Run(object? target, Func<ICommandStreams, CancellationToken, Task> work)
    {
        if (RunsAsJob)
            _postponed.Add((streams, cancellation) => ReportAsync(target, work, streams, cancellation));
        else
            RunNow((streams, cancellation) => ReportAsync(target, work, streams, cancellation));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!RunsAsJob)
            return;
        Narrator?.Close();
        var job = new KnastJob(MyInvocation.Line.Trim(), name: null, _postponed);
        JobRepository.Add(job);
        job.Start();
        WriteObject(job);
    }

    private static async Task ReportAsync(
        object? target, Func<ICommandStreams, CancellationToken, Task> work, ICommandStreams streams, CancellationToken cancellation)
    {
        try
        {
            await work(streams, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (Failure.ToErrorRecord(e, target) is { } record)
        {
            streams.WriteError(record);
        }
    }

    private void RunNow(Func<ICommandStreams, CancellationToken, Task> work)
    {
        using var streams = new PipelineStreams(this);
        if (Narrator is { } narrator)
            narrator.Streams = streams;
        try
        {
            streams.Run(work, Cancellation);
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
