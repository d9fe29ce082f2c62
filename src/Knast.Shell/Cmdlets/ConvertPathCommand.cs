using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Convert-Path: the paths as their provider has them, such as file system paths.</summary>
[Cmdlet(VerbsData.Convert, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(string))]
public sealed class ConvertPathCommand : PathCommandBase
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PathInfo item in Existing())
        {
            WriteObject(item.ProviderPath);
        }
    }
}
