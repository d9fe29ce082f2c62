using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Import-Csv: objects of the comma separated values in files.</summary>
[Cmdlet(VerbsData.Import, "Csv", DefaultParameterSetName = "Path")]
public sealed class ImportCsvCommand : PathCommandBase
{
    /// <summary>Stands between fields.</summary>
    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    /// <summary>Names of the properties; the first line where not given.</summary>
    [Parameter]
    public string[]? Header { get; set; }

    /// <summary>The text encoding; a byte order mark decides, else UTF-8.</summary>
    [Parameter]
    public object? Encoding { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PathInfo item in Existing())
        {
            string text = File.ReadAllText(item.ProviderPath, FileEncoding.From(Encoding));
            WriteObject(CsvReader.Read(text, Delimiter, Header), enumerateCollection: true);
        }
    }
}
