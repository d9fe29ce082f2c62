using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>New-Guid: a random (version 4) UUID.</summary>
[Cmdlet(VerbsCommon.New, "Guid")]
[OutputType(typeof(Guid))]
public sealed class NewGuidCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Guid.NewGuid());
}
