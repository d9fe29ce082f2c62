using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Set-Item: sets the value of an item, as of <c>env:</c>, <c>variable:</c>, <c>function:</c>.</summary>
[Cmdlet(VerbsCommon.Set, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class SetItemCommand : PathCommandBase
{
    /// <summary>The value.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    /// <summary>Read-only items too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in Paths)
        {
            OnItem(path, () => InvokeProvider.Item.Set([path], Value, Force, IsLiteral));
        }
    }
}
