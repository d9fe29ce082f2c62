using System.Management.Automation;
using Knast.PowerShell.Arguments;
using Knast.PowerShell.Completion;

namespace Knast.PowerShell.Commands;

/// <summary>Asks containers to end, and makes those end that do not in time.</summary>
[Cmdlet(VerbsLifecycle.Stop, "KnastContainer", DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class StopKnastContainerCommand : ContainerCommand
{
    /// <summary>The signal that asks, by name or number, instead of the container's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SignalCompleter))]
    public string? Signal { get; set; }

    /// <summary>How long to wait before KILL: seconds or a TimeSpan, instead of the container's own.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Does not ask: KILL at once.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the stopped containers.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Signal is not null)
            Demand(Signal, () => Runtime.Signal.Parse(Signal));
    }

    /// <inheritdoc/>
    private protected override void Process(Container container)
    {
        if (!ShouldProcess(container.Name, "Stop container"))
            return;
        WriteVerbose($"Stopping container '{container.Name}' ({container.Id}).");
        Container stopped = Force
            ? Engine.Stop(container.Id, Runtime.Signal.Kill, TimeSpan.Zero, Cancellation)
            : Engine.Stop(container.Id, Signal is null ? null : Runtime.Signal.Parse(Signal), Timeout, Cancellation);
        if (PassThru)
            WriteObject(stopped);
    }
}
