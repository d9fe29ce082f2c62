using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Resolve-Path: the full paths of what is there.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(PathInfo), typeof(string))]
public sealed class ResolvePathCommand : PathCommandBase
{
    /// <summary>Strings relative to the current location.</summary>
    [Parameter]
    public SwitchParameter Relative { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PathInfo item in Existing())
        {
            if (!Relative)
            {
                WriteObject(item);
                continue;
            }

            string relative = System.IO.Path.GetRelativePath(SessionState.Path.CurrentLocation.ProviderPath, item.ProviderPath);
            WriteObject(relative.StartsWith("..", StringComparison.Ordinal) ? relative : System.IO.Path.Combine(".", relative));
        }
    }
}
