using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Add-Content: writes at the end of a file.</summary>
[Cmdlet(VerbsCommon.Add, "Content", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class AddContentCommand : WriteContentCommandBase
{
    private protected override bool Append => true;
}
