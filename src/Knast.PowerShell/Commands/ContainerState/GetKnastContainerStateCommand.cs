using System.Management.Automation;

namespace Knast.PowerShell.Commands;

/// <summary>Gets the OCI state document of containers.</summary>
[Cmdlet(VerbsCommon.Get, "KnastContainerState", DefaultParameterSetName = ByName)]
[OutputType(typeof(ContainerState))]
public sealed class GetKnastContainerStateCommand : ContainerCommand
{
    /// <inheritdoc/>
    private protected override void Process(Container container) => WriteObject(Engine.State(container.Id));
}
