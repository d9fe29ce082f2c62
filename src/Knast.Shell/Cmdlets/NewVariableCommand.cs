using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>New-Variable: a variable that was not there.</summary>
[Cmdlet(VerbsCommon.New, "Variable", SupportsShouldProcess = true)]
public sealed class NewVariableCommand : PSCmdlet
{
    /// <summary>The name.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    /// <summary>The value.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    /// <summary>Global, Script or Local; the caller's where not given.</summary>
    [Parameter]
    [ValidateSet("Global", "Script", "Local")]
    public string Scope { get; set; } = "Local";

    /// <summary>ReadOnly, Constant, Private, AllScope or None.</summary>
    [Parameter]
    public ScopedItemOptions Option { get; set; }

    /// <summary>Replaces one that is there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the variable.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string qualified = VariableScope.Qualify(Scope, Name);
        if (!Force && SessionState.PSVariable.Get(qualified) is not null)
        {
            WriteError(new ErrorRecord(
                new SessionStateException($"A variable '{Name}' is there already; -Force replaces it."), "VariableAlreadyExists", ErrorCategory.ResourceExists, Name));
            return;
        }

        if (!ShouldProcess(Name, "New variable"))
            return;
        SessionState.PSVariable.Set(qualified, Value);
        PSVariable variable = SessionState.PSVariable.Get(qualified);
        variable.Options = Option;
        if (PassThru)
            WriteObject(variable);
    }
}
