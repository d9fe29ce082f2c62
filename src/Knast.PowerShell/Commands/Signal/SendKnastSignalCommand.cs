using System.Management.Automation;
using Knast.PowerShell.Completion;

namespace Knast.PowerShell.Commands;

/// <summary>Sends a signal to containers (OCI <em>kill</em>).</summary>
[Cmdlet(VerbsCommunications.Send, "KnastSignal", DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class SendKnastSignalCommand : ContainerCommand
{
    /// <summary>The signal by name, with or without SIG, or by number.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SignalCompleter))]
    public string Signal { get; set; } = "TERM";

    /// <summary>To all processes of the container instead of the first.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>Returns the containers.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => Demand(Signal, () => Runtime.Signal.Parse(Signal));

    /// <inheritdoc/>
    private protected override void Process(Container container)
    {
        Runtime.Signal signal = Runtime.Signal.Parse(Signal);
        if (!ShouldProcess(container.Name, $"Send signal {signal}"))
            return;
        WriteVerbose($"Sending {signal} to {(All ? "all processes" : "the first process")} of container '{container.Name}' ({container.Id}).");
        Engine.Kill(container.Id, signal, All);
        if (PassThru)
            WriteObject(Engine.Get(container.Id));
    }
}
