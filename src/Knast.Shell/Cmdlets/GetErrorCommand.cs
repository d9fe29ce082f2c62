using System.Collections;
using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-Error: the latest errors of the session with everything they hold.</summary>
[Cmdlet(VerbsCommon.Get, "Error")]
public sealed class GetErrorCommand : PSCmdlet
{
    /// <summary>So many, the latest first.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(1, int.MaxValue)]
    public int Newest { get; set; } = 1;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var errors = (ArrayList)SessionState.PSVariable.GetValue("global:error");
        foreach (object error in errors.Cast<object>().Take(Newest))
        {
            var copy = new PSObject(error);
            copy.TypeNames.Insert(0, "System.Management.Automation.ErrorRecord#PSExtendedError");
            WriteObject(copy);
        }
    }
}
