using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Knast.Shell.Cmdlets;

/// <summary>Measure-Command: how long a script block takes; its output is dropped.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Command")]
[OutputType(typeof(TimeSpan))]
public sealed class MeasureCommandCommand : PSCmdlet
{
    /// <summary>The script block, run in the caller's scope.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public ScriptBlock Expression { get; set; } = ScriptBlock.Create("");

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        long start = Stopwatch.GetTimestamp();
        InvokeCommand.InvokeScript(". $args[0]", useNewScope: false, PipelineResultTypes.Error, input: null, Expression);
        WriteObject(Stopwatch.GetElapsedTime(start));
    }
}
