using System.Management.Automation;
using Knast.PowerShell.Pipeline;

namespace Knast.PowerShell.Narration;

/// <summary>Tells a cmdlet's user: at once on the pipeline thread, through the work's streams on others.</summary>
internal sealed class CommandNarrator(Cmdlet cmdlet, bool wantsDebug) : INarrator
{
    private int _pipelineThread = Environment.CurrentManagedThreadId;

    /// <summary>The streams of the work that runs beside the pipeline thread, if any.</summary>
    public ICommandStreams? Streams { get; set; }

    public bool WantsDebug { get; } = wantsDebug;

    /// <summary>Says no more: what goes on as a job outlives the cmdlet.</summary>
    public void Close() => (_pipelineThread, Streams) = (-1, null);

    public void Verbose(string text)
    {
        if (Environment.CurrentManagedThreadId == _pipelineThread)
            cmdlet.WriteVerbose(text);
        else
            Streams?.WriteVerbose(text);
    }

    public void Debug(string text)
    {
        if (Environment.CurrentManagedThreadId == _pipelineThread)
            cmdlet.WriteDebug(text);
        else
            Streams?.WriteDebug(text);
    }
}
