using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Remove-Item: removes items of any drive.</summary>
[Cmdlet(VerbsCommon.Remove, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class RemoveItemCommand : PathCommandBase
{
    /// <summary>With everything below.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Hidden and read-only items too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PathInfo item in Existing())
        {
            if (!Recurse && IsFullDirectory(item))
            {
                WriteError(new ErrorRecord(
                    new IOException($"The directory '{item.ProviderPath}' is not empty; -Recurse removes it with what it holds."),
                    "DirectoryNotEmpty",
                    ErrorCategory.WriteError,
                    item.ProviderPath));
            }
            else
            {
                // The provider asks ShouldProcess, here and in the cmdlets like this one.
                OnItem(item.Path, () => InvokeProvider.Item.Remove([item.Path], Recurse, Force, literalPath: true));
            }
        }
    }

    private static bool IsFullDirectory(PathInfo item) =>
        item.Provider.Name == "FileSystem"
        && new DirectoryInfo(item.ProviderPath) is { Exists: true, LinkTarget: null } directory
        && directory.EnumerateFileSystemInfos().Any();
}
