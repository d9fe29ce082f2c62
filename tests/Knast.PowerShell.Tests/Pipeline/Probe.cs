using System.Management.Automation;
using Knast.PowerShell.Pipeline;

namespace Knast.PowerShell.Tests.Pipeline;

/// <summary>A cmdlet that does what the test says, beside the pipeline thread.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Probe")]
public sealed class Probe : PSCmdlet
{
    internal static Func<ICommandStreams, CancellationToken, Task>? Work;

    protected override void EndProcessing()
    {
        using var streams = new PipelineStreams(this);
        streams.Run(Work!, CancellationToken.None);
    }
}
