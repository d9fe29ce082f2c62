using System.Management.Automation;

namespace Knast.PowerShell.Commands;

/// <summary>Starts containers (OCI <em>start</em>) and returns them.</summary>
[Cmdlet(VerbsLifecycle.Start, "KnastContainer", DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class StartKnastContainerCommand : ContainerCommand
{
    /// <summary>Returns each container only when its program has ended.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Accepted because other cmdlets have it; the container is returned in any case.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override void Process(Container container)
    {
        if (!ShouldProcess(container.Name, "Start container"))
            return;
        WriteVerbose($"Starting container '{container.Name}' ({container.Id}).");
        Container started = Engine.Start(container.Id, Cancellation);
        WriteObject(Wait ? Engine.Wait(container.Id, ContainerCondition.Stopped, null, Cancellation) : started);
    }
}
