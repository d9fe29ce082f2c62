using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Import-Clixml: the objects that Export-Clixml wrote.</summary>
[Cmdlet(VerbsData.Import, "Clixml", DefaultParameterSetName = "Path")]
public sealed class ImportClixmlCommand : PathCommandBase
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PathInfo item in Existing())
        {
            WriteObject(PSSerializer.Deserialize(File.ReadAllText(item.ProviderPath)), enumerateCollection: true);
        }
    }
}
