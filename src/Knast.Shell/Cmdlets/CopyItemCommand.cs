using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Copy-Item: copies items.</summary>
[Cmdlet(VerbsCommon.Copy, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class CopyItemCommand : PathCommandBase
{
    /// <summary>The new place: a directory that is there, or a new name.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Destination { get; set; } = ".";

    /// <summary>With everything below.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Over read-only files too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the copies.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PathInfo item in Existing())
        {
            OnItem(item.Path, () =>
            {
                var copies = InvokeProvider.Item.Copy([item.Path], Destination, Recurse, CopyContainers.CopyTargetContainer, Force, literalPath: true);
                if (PassThru)
                    WriteObject(copies, enumerateCollection: true);
            });
        }
    }
}
