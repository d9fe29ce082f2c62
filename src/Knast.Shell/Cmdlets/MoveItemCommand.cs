using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Move-Item: moves or renames items.</summary>
[Cmdlet(VerbsCommon.Move, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class MoveItemCommand : PathCommandBase
{
    /// <summary>The new place: a directory that is there, or a new name.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Destination { get; set; } = ".";

    /// <summary>Over an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes what was moved.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PathInfo item in Existing())
        {
            OnItem(item.Path, () =>
            {
                var moved = InvokeProvider.Item.Move([item.Path], Destination, Force, literalPath: true);
                if (PassThru)
                    WriteObject(moved, enumerateCollection: true);
            });
        }
    }
}
