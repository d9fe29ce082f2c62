using System.Collections.Concurrent;
using System.Management.Automation;

namespace Knast.PowerShell.Pipeline;

/// <summary>Brings what other threads write back to the pipeline thread, the only one that may call a cmdlet's Write methods.</summary>
internal sealed class PipelineStreams(Cmdlet cmdlet) : ICommandStreams, IDisposable
{
    private readonly BlockingCollection<Action> _writes = [];

    public void WriteObject(object value) => _writes.Add(() => cmdlet.WriteObject(value));

    public void WriteError(ErrorRecord error) => _writes.Add(() => cmdlet.WriteError(error));

    public void WriteVerbose(string text) => _writes.Add(() => cmdlet.WriteVerbose(text));

    public void WriteDebug(string text) => _writes.Add(() => cmdlet.WriteDebug(text));

    public void WriteWarning(string text) => _writes.Add(() => cmdlet.WriteWarning(text));

    public void WriteHostLine(string text) =>
        _writes.Add(() => cmdlet.WriteInformation(new HostInformationMessage { Message = text }, HostLine.Tags));

    public void WriteProgress(ProgressRecord progress) => _writes.Add(() => cmdlet.WriteProgress(progress));

    /// <summary>Runs work on another thread and writes, on this one, what it says, until it has ended. A stopped pipeline cancels it and waits for its end.</summary>
    public void Run(Func<ICommandStreams, CancellationToken, Task> work, CancellationToken cancellation)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task task = Task.Run(() => work(this, linked.Token), CancellationToken.None);
        _ = task.ContinueWith(_ => _writes.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            foreach (Action write in _writes.GetConsumingEnumerable(CancellationToken.None))
                write();
        }
        finally
        {
            // Reached early when a write throws: the rest of the pipeline wants no more.
            linked.Cancel();
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
        }

        task.GetAwaiter().GetResult();
    }

    public void Dispose() => _writes.Dispose();
}
