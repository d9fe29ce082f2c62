using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-Variable: variables that the caller sees.</summary>
[Cmdlet(VerbsCommon.Get, "Variable")]
[OutputType(typeof(PSVariable))]
public sealed class GetVariableCommand : PSCmdlet
{
    /// <summary>Names, wildcards allowed.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Values only.</summary>
    [Parameter]
    public SwitchParameter ValueOnly { get; set; }

    /// <summary>Global, Script or Local; every scope in view where not given.</summary>
    [Parameter]
    [ValidateSet("Global", "Script", "Local")]
    public string? Scope { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            if (WildcardPattern.ContainsWildcardCharacters(name))
                Matching(name);
            else if (SessionState.PSVariable.Get(VariableScope.Qualify(Scope, name)) is { } variable)
                Write(variable);
            else
                Missing(name);
        }
    }

    private void Matching(string pattern)
    {
        foreach (PSObject item in InvokeProvider.Item.Get("Variable:" + pattern))
        {
            if (item.BaseObject is PSVariable variable)
                Write(variable);
        }
    }

    private void Write(PSVariable variable)
    {
        if (ValueOnly)
            WriteObject(variable.Value);
        else
            WriteObject(variable);
    }

    private void Missing(string name) => WriteError(new ErrorRecord(
        new ItemNotFoundException($"There is no variable '{name}'."), "VariableNotFound", ErrorCategory.ObjectNotFound, name));
}
