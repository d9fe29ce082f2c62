using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Set-Variable: gives variables a value.</summary>
[Cmdlet(VerbsCommon.Set, "Variable", SupportsShouldProcess = true)]
public sealed class SetVariableCommand : PSCmdlet
{
    private readonly List<object?> _values = [];

    /// <summary>Names.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    /// <summary>The value; several that come by pipeline become a list.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    /// <summary>Global, Script or Local; the caller's where not given.</summary>
    [Parameter]
    [ValidateSet("Global", "Script", "Local")]
    public string? Scope { get; set; }

    /// <summary>ReadOnly, Constant, Private, AllScope or None.</summary>
    [Parameter]
    public ScopedItemOptions Option { get; set; }

    /// <summary>Read-only variables too; the engine takes care of constants.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the variable.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _values.Add(Value);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        object? value = _values.Count == 1 ? _values[0] : _values.ToArray();
        foreach (string name in Name.Where(n => ShouldProcess(n, "Set variable")))
        {
            string qualified = VariableScope.Qualify(Scope, name);
            if (Force && SessionState.PSVariable.Get(qualified) is { } present)
                present.Options &= ~ScopedItemOptions.ReadOnly;
            SessionState.PSVariable.Set(qualified, value);
            PSVariable variable = SessionState.PSVariable.Get(qualified);
            if (Option != ScopedItemOptions.None)
                variable.Options = Option;
            if (PassThru)
                WriteObject(variable);
        }
    }
}
