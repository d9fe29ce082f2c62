using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Export-Clixml: objects as the engine's XML, to be read again by Import-Clixml.</summary>
[Cmdlet(VerbsData.Export, "Clixml", SupportsShouldProcess = true)]
public sealed class ExportClixmlCommand : PSCmdlet
{
    private readonly List<PSObject> _items = [];

    /// <summary>The file.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [Alias("LiteralPath", "PSPath")]
    public string Path { get; set; } = "";

    /// <summary>The objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>Levels of nested objects.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; } = 2;

    /// <inheritdoc/>
    protected override void ProcessRecord() => _items.Add(InputObject!);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        string path = OutputFile.Resolve(this, Path);
        if (!ShouldProcess(path))
            return;
        using StreamWriter writer = OutputFile.Open(this, path, FileEncoding.Default, append: false, noClobber: false, force: false);
        writer.Write(PSSerializer.Serialize(_items.Count == 1 ? _items[0] : _items.ToArray(), _items.Count == 1 ? Depth : Depth + 1));
    }
}
