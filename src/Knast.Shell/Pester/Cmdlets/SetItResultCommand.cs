using System.Management.Automation;
using Knast.Shell.Pester.Running;

namespace Knast.Shell.Pester.Cmdlets;

/// <summary>Set-ItResult: ends a test as skipped or inconclusive.</summary>
[Cmdlet(VerbsCommon.Set, "ItResult")]
public sealed class SetItResultCommand : PSCmdlet
{
    /// <summary>The test does not apply here.</summary>
    [Parameter(ParameterSetName = "Skipped", Mandatory = true)]
    public SwitchParameter Skipped { get; set; }

    /// <summary>The test says nothing either way.</summary>
    [Parameter(ParameterSetName = "Inconclusive", Mandatory = true)]
    public SwitchParameter Inconclusive { get; set; }

    /// <summary>Why.</summary>
    [Parameter]
    public string? Because { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string message = Skipped ? "is skipped" : "is inconclusive";
        if (!string.IsNullOrWhiteSpace(Because))
            message += $", because {Because}";
        throw TestFailure.Throw(message, Skipped ? TestFailure.SkippedId : TestFailure.InconclusiveId);
    }
}
