using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-Host: the host, as <c>$Host</c>.</summary>
[Cmdlet(VerbsCommon.Get, "Host")]
public sealed class GetHostCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Host);
}
