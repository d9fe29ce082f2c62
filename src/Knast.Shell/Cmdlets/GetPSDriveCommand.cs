using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-PSDrive: the session's drives.</summary>
[Cmdlet(VerbsCommon.Get, "PSDrive")]
[OutputType(typeof(PSDriveInfo))]
public sealed class GetPSDriveCommand : PSCmdlet
{
    /// <summary>Names, wildcards allowed.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Drives of these providers.</summary>
    [Parameter]
    public string[]? PSProvider { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var drives = SessionState.Drive.GetAll().OrderBy(d => d.Name, StringComparer.OrdinalIgnoreCase);
        foreach (string name in Name)
        {
            WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            PSDriveInfo[] found =
            [
                .. drives.Where(d => pattern.IsMatch(d.Name)
                    && (PSProvider is null || PSProvider.Contains(d.Provider.Name, StringComparer.OrdinalIgnoreCase)))
            ];
            WriteObject(found, enumerateCollection: true);
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(new ErrorRecord(
                    new System.Management.Automation.DriveNotFoundException($"There is no drive '{name}'."),
                    "GetLocationNoMatchingDrive",
                    ErrorCategory.ObjectNotFound,
                    name));
            }
        }
    }
}
