using System.Management.Automation;

namespace Knast.PowerShell.Pipeline;

/// <summary>Writes to the streams of a job, from which <c>Receive-Job</c> reads.</summary>
internal sealed class JobStreams(Job job) : ICommandStreams
{
    public void WriteObject(object value) => job.Output.Add(PSObject.AsPSObject(value));

    public void WriteError(ErrorRecord error) => job.Error.Add(error);

    public void WriteVerbose(string text) => job.Verbose.Add(new VerboseRecord(text));

    public void WriteDebug(string text) => job.Debug.Add(new DebugRecord(text));

    public void WriteWarning(string text) => job.Warning.Add(new WarningRecord(text));

    public void WriteHostLine(string text)
    {
        var record = new InformationRecord(new HostInformationMessage { Message = text }, job.Name);
        record.Tags.AddRange(HostLine.Tags);
        job.Information.Add(record);
    }

    public void WriteProgress(ProgressRecord progress) => job.Progress.Add(progress);
}
