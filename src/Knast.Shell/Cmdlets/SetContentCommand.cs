using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Set-Content: replaces what a file or item holds.</summary>
[Cmdlet(VerbsCommon.Set, "Content", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class SetContentCommand : WriteContentCommandBase
{
    private protected override bool Append => false;
}
