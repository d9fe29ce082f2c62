using System.Diagnostics;
using System.Management.Automation;
using Knast.PowerShell.Arguments;

namespace Knast.PowerShell.Commands;

/// <summary>Waits for containers and returns them as they then are.</summary>
[Cmdlet(VerbsLifecycle.Wait, "KnastContainer", DefaultParameterSetName = ByName)]
[OutputType(typeof(Container))]
public sealed class WaitKnastContainerCommand : ContainerCommand
{
    private readonly Stopwatch _elapsed = new();

    // Boxed: a field of an enumeration's type would load its assembly at Import-Module.
    private object _condition = 0;

    /// <summary>What to wait for.</summary>
    [Parameter]
    public ContainerCondition Condition
    {
        get => (ContainerCondition)_condition;
        set => _condition = value;
    }

    /// <summary>How long to wait for all of them together: seconds or a TimeSpan. For ever where it is not given.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Waits in a job, which is returned.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    private protected override bool RunsAsJob => AsJob;

    /// <inheritdoc/>
    protected override void BeginProcessing() => _elapsed.Start();

    /// <inheritdoc/>
    private protected override void Process(Container container)
    {
        Runtime.ContainerEngine engine = Engine;
        WriteVerbose($"Waiting for container '{container.Name}' ({container.Id}): {Condition}.");
        Run(container, (streams, cancellation) =>
        {
            streams.WriteObject(engine.Wait(container.Id, Condition, Left(), cancellation));
            return Task.CompletedTask;
        });
    }

    private TimeSpan? Left() => Timeout is { } timeout ? TimeSpan.FromTicks(Math.Max(0, (timeout - _elapsed.Elapsed).Ticks)) : null;
}
