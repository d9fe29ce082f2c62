using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>ConvertFrom-Csv: objects of lines of comma separated values.</summary>
[Cmdlet(VerbsData.ConvertFrom, "Csv")]
public sealed class ConvertFromCsvCommand : PSCmdlet
{
    private readonly List<string> _lines = [];

    /// <summary>The lines.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string[] InputObject { get; set; } = [];

    /// <summary>Stands between fields.</summary>
    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    /// <summary>Names of the properties; the first line where not given.</summary>
    [Parameter]
    public string[]? Header { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _lines.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(CsvReader.Read(string.Join('\n', _lines), Delimiter, Header), enumerateCollection: true);
}
