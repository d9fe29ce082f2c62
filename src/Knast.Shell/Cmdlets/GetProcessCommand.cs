using System.ComponentModel;
using System.Diagnostics;
using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-Process: the machine's processes.</summary>
[Cmdlet(VerbsCommon.Get, "Process", DefaultParameterSetName = "Name")]
[OutputType(typeof(Process))]
public sealed class GetProcessCommand : PSCmdlet
{
    /// <summary>Names, wildcards allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = "Name", ValueFromPipelineByPropertyName = true)]
    [Alias("ProcessName")]
    public string[]? Name { get; set; }

    /// <summary>Process ids.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [Alias("PID")]
    public int[]? Id { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (int id in Id ?? [])
        {
            ById(id);
        }

        if (Id is null)
        {
            foreach (string name in Name ?? ["*"])
            {
                ByName(name);
            }
        }
    }

    private void ById(int id)
    {
        try
        {
            WriteObject(Process.GetProcessById(id));
        }
        catch (ArgumentException e)
        {
            WriteError(new ErrorRecord(e, "NoProcessFoundForGivenId", ErrorCategory.ObjectNotFound, id));
        }
    }

    private void ByName(string name)
    {
        WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        Process[] found = [.. Process.GetProcesses().Where(p => pattern.IsMatch(NameOf(p))).OrderBy(NameOf, StringComparer.OrdinalIgnoreCase)];
        WriteObject(found, enumerateCollection: true);
        if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteError(new ErrorRecord(
                new ItemNotFoundException($"No process is named '{name}'."), "NoProcessFoundForGivenName", ErrorCategory.ObjectNotFound, name));
        }
    }

    // A process may end while it is looked at.
    private static string NameOf(Process process)
    {
        try
        {
            return process.ProcessName;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return "";
        }
    }
}
