using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-Item: the items at paths of any drive.</summary>
[Cmdlet(VerbsCommon.Get, "Item", DefaultParameterSetName = "Path")]
public sealed class GetItemCommand : PathCommandBase
{
    /// <summary>Hidden items too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in Paths)
        {
            OnItem(path, () => WriteObject(InvokeProvider.Item.Get([path], Force, IsLiteral), enumerateCollection: true));
        }
    }
}
