using System.Management.Automation;
using Knast.PowerShell.Errors;

namespace Knast.PowerShell.Pipeline;

/// <summary>The work of a cmdlet with <c>-AsJob</c>, on a thread of this process.</summary>
internal sealed class KnastJob : Job
{
    private readonly CancellationTokenSource _stop = new();
    private readonly IReadOnlyList<Func<ICommandStreams, CancellationToken, Task>> _work;

    public KnastJob(string command, string? name, IReadOnlyList<Func<ICommandStreams, CancellationToken, Task>> work)
        : base(command, name)
    {
        _work = work;
        PSJobTypeName = nameof(KnastJob);
    }

    public override bool HasMoreData => Output.Count + Error.Count + Verbose.Count + Warning.Count + Progress.Count > 0;

    public override string Location => "localhost";

    public override string StatusMessage => "";

    public void Start()
    {
        SetJobState(JobState.Running);
        _ = Task.Run(RunAsync);
    }

    public override void StopJob()
    {
        _stop.Cancel();
        Finished.WaitOne();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _stop.Dispose();
        base.Dispose(disposing);
    }

    private async Task RunAsync()
    {
        var streams = new JobStreams(this);
        try
        {
            foreach (Func<ICommandStreams, CancellationToken, Task> work in _work)
                await work(streams, _stop.Token).ConfigureAwait(false);
            SetJobState(JobState.Completed);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            SetJobState(JobState.Stopped);
        }
        catch (Exception e) when (Failure.ToErrorRecord(e, Name) is { } record)
        {
            streams.WriteError(record);
            SetJobState(JobState.Failed);
        }
    }
}
