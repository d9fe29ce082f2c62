using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>New-Alias: another name for a command.</summary>
[Cmdlet(VerbsCommon.New, "Alias", SupportsShouldProcess = true)]
public sealed class NewAliasCommand : PSCmdlet
{
    /// <summary>The name.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public string Name { get; set; } = "";

    /// <summary>The command.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    public string Value { get; set; } = "";

    /// <summary>Global, Script or Local.</summary>
    [Parameter]
    [ValidateSet("Global", "Script", "Local")]
    public string? Scope { get; set; }

    /// <summary>Replaces a read-only one.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        InvokeProvider.Item.Set(["Alias:" + VariableScope.Qualify(Scope, Name)], Value, Force, literalPath: true);
}
