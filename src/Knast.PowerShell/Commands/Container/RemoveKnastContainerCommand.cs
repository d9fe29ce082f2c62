using System.Management.Automation;

namespace Knast.PowerShell.Commands;

/// <summary>Deletes containers (OCI <em>delete</em>) with all that was made for them.</summary>
[Cmdlet(VerbsCommon.Remove, "KnastContainer", DefaultParameterSetName = ByName, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Container))]
public sealed class RemoveKnastContainerCommand : ContainerCommand
{
    /// <summary>Ends a running container first, removes what a crash left of one, and does not ask.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the containers as they were before.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    private protected override void Process(Container container)
    {
        if (!Confirm(container.Name, "Remove container", Force))
            return;
        WriteVerbose($"Removing container '{container.Name}' ({container.Id}).");
        Engine.Delete(container.Id, Force, Cancellation);
        if (PassThru)
            WriteObject(container);
    }
}
