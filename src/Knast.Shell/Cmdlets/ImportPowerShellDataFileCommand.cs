using System.Management.Automation;
using System.Management.Automation.Language;

namespace Knast.Shell.Cmdlets;

/// <summary>Import-PowerShellDataFile: the hashtable of a .psd1 file, which is read and not run.</summary>
[Cmdlet(VerbsData.Import, "PowerShellDataFile", DefaultParameterSetName = "Path")]
public sealed class ImportPowerShellDataFileCommand : PathCommandBase
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PathInfo item in Existing())
        {
            Ast file = Parser.ParseFile(item.ProviderPath, out _, out ParseError[] errors);
            if (errors.Length > 0 || file.Find(node => node is HashtableAst, searchNestedScriptBlocks: false) is not HashtableAst table)
            {
                WriteError(new ErrorRecord(
                    new InvalidDataException($"'{item.ProviderPath}' is not a data file: {errors.FirstOrDefault()?.Message ?? "it has no hashtable"}."),
                    "CouldNotParseAsPowerShellDataFile",
                    ErrorCategory.InvalidData,
                    item.ProviderPath));
                continue;
            }

            WriteObject(table.SafeGetValue());
        }
    }
}
