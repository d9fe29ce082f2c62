using System.Management.Automation;

namespace Knast.PowerShell.Pipeline;

/// <summary>Where work that runs beside the pipeline thread writes to.</summary>
internal interface ICommandStreams
{
    void WriteObject(object value);

    void WriteError(ErrorRecord error);

    void WriteVerbose(string text);

    void WriteDebug(string text);

    void WriteWarning(string text);

    /// <summary>Shows a line on the host, through the information stream.</summary>
    void WriteHostLine(string text);

    void WriteProgress(ProgressRecord progress);
}
