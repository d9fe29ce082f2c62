using System.Diagnostics;
using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Stop-Process: kills processes.</summary>
[Cmdlet(VerbsLifecycle.Stop, "Process", SupportsShouldProcess = true)]
public sealed class StopProcessCommand : PSCmdlet
{
    /// <summary>Process ids.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public int[] Id { get; set; } = [];

    /// <summary>Without asking; nothing is asked here.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (int id in Id.Where(i => ShouldProcess(i.ToString())))
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (ArgumentException e)
            {
                WriteError(new ErrorRecord(e, "NoProcessFoundForGivenId", ErrorCategory.ObjectNotFound, id));
            }
        }
    }
}
