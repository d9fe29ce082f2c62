using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Export-Csv: objects as comma separated values in a file.</summary>
[Cmdlet(VerbsData.Export, "Csv", SupportsShouldProcess = true)]
public sealed class ExportCsvCommand : PSCmdlet
{
    private readonly List<PSObject> _items = [];

    /// <summary>The objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The file.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [Alias("LiteralPath", "PSPath")]
    public string Path { get; set; } = "";

    /// <summary>Stands between fields.</summary>
    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    /// <summary>Always, or AsNeeded.</summary>
    [Parameter]
    [ValidateSet("Always", "AsNeeded")]
    public string UseQuotes { get; set; } = "Always";

    /// <summary>Keeps what the file has.</summary>
    [Parameter]
    public SwitchParameter Append { get; set; }

    /// <summary>Refuses to replace a file.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Over a read-only file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The text encoding; UTF-8 without a byte order mark where not given.</summary>
    [Parameter]
    public object? Encoding { get; set; }

    /// <summary>No line with the type; there never is one.</summary>
    [Parameter]
    [Alias("NTI")]
    public SwitchParameter NoTypeInformation { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
            _items.Add(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        string path = OutputFile.Resolve(this, Path);
        if (!ShouldProcess(path))
            return;
        bool header = !Append || !File.Exists(path) || new FileInfo(path).Length == 0;
        var csv = new CsvWriter(Delimiter, UseQuotes == "AsNeeded", header);
        using StreamWriter file = OutputFile.Open(this, path, FileEncoding.From(Encoding), Append, NoClobber, Force);
        foreach (string line in _items.SelectMany(csv.Lines))
        {
            file.WriteLine(line);
        }
    }
}
