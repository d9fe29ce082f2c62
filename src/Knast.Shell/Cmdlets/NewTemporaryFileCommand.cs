using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>New-TemporaryFile: an empty file of a new name.</summary>
[Cmdlet(VerbsCommon.New, "TemporaryFile", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class NewTemporaryFileCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ShouldProcess(Path.GetTempPath()))
            WriteObject(new FileInfo(Path.GetTempFileName()));
    }
}
