using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Pop-Location: goes back to the place remembered last.</summary>
[Cmdlet(VerbsCommon.Pop, "Location")]
public sealed class PopLocationCommand : PSCmdlet
{
    /// <summary>The stack; the default one where not given.</summary>
    [Parameter]
    public string StackName { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord() => SessionState.Path.PopLocation(StackName);
}
