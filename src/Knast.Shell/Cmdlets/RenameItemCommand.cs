using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Rename-Item: gives an item another name in the same place.</summary>
[Cmdlet(VerbsCommon.Rename, "Item", SupportsShouldProcess = true)]
public sealed class RenameItemCommand : PSCmdlet
{
    /// <summary>The item.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LiteralPath")]
    public string Path { get; set; } = "";

    /// <summary>The name.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    public string NewName { get; set; } = "";

    /// <summary>Hidden and read-only items too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the item.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var renamed = InvokeProvider.Item.Rename(Path, NewName, Force);
        if (PassThru)
            WriteObject(renamed, enumerateCollection: true);
    }
}
