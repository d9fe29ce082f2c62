using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Remove-Variable: makes variables go.</summary>
[Cmdlet(VerbsCommon.Remove, "Variable", SupportsShouldProcess = true)]
public sealed class RemoveVariableCommand : PSCmdlet
{
    /// <summary>Names.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    /// <summary>Global, Script or Local; the caller's where not given.</summary>
    [Parameter]
    [ValidateSet("Global", "Script", "Local")]
    public string? Scope { get; set; }

    /// <summary>Read-only variables too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name.Where(n => ShouldProcess(n, "Remove variable")))
        {
            string qualified = VariableScope.Qualify(Scope, name);
            if (SessionState.PSVariable.Get(qualified) is not { } variable)
            {
                WriteError(new ErrorRecord(
                    new ItemNotFoundException($"There is no variable '{name}'."), "VariableNotFound", ErrorCategory.ObjectNotFound, name));
                continue;
            }

            if (Force)
                variable.Options &= ~ScopedItemOptions.ReadOnly;
            SessionState.PSVariable.Remove(qualified);
        }
    }
}
