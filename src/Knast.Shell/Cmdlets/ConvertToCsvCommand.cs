using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>ConvertTo-Csv: objects as lines of comma separated values.</summary>
[Cmdlet(VerbsData.ConvertTo, "Csv")]
[OutputType(typeof(string))]
public sealed class ConvertToCsvCommand : PSCmdlet
{
    private CsvWriter? _writer;

    /// <summary>The objects.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Stands between fields.</summary>
    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    /// <summary>Always, or AsNeeded.</summary>
    [Parameter]
    [ValidateSet("Always", "AsNeeded")]
    public string UseQuotes { get; set; } = "Always";

    /// <summary>No line with the names.</summary>
    [Parameter]
    public SwitchParameter NoHeader { get; set; }

    /// <summary>No line with the type; there never is one.</summary>
    [Parameter]
    [Alias("NTI")]
    public SwitchParameter NoTypeInformation { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
            return;
        _writer ??= new CsvWriter(Delimiter, UseQuotes == "AsNeeded", !NoHeader);
        WriteObject(_writer.Lines(InputObject), enumerateCollection: true);
    }
}
