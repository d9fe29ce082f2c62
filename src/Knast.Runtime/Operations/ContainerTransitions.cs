using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>The state machine: which operation is allowed in which state (runtime-spec runtime.md).</summary>
internal static class ContainerTransitions
{
    /// <summary>Refuses an operation that the state does not allow.</summary>
    /// <exception cref="KnastException"><c>ContainerRunning</c>, <c>ContainerNotRunning</c>, <c>ContainerCreating</c>.</exception>
    public static void Require(ContainerSnapshot container, ContainerOperation operation)
    {
        if (IsAllowed(container.Status, operation))
        {
            return;
        }

        string state = container.Status.ToString().ToLowerInvariant();
        throw (operation, container.Status) switch
        {
            (_, ContainerStatus.Creating) => new KnastException(
                "ContainerCreating", KnastErrorKind.InvalidState, $"The container \"{container.Name}\" is being created, or its creation was interrupted.",
                container.Name, "If no shell is creating it, remove it with Remove-KnastContainer -Force."),
            (ContainerOperation.Kill, _) => new KnastException(
                "ContainerNotRunning", KnastErrorKind.InvalidState, $"The container \"{container.Name}\" is not running: it is {state}.", container.Name),
            (ContainerOperation.Start, _) => new KnastException(
                "ContainerRunning", KnastErrorKind.InvalidState, $"The container \"{container.Name}\" is {state} already.", container.Name),
            _ => new KnastException(
                "ContainerRunning", KnastErrorKind.InvalidState, $"The container \"{container.Name}\" is {state}.", container.Name,
                "Stop it first, or use -Force."),
        };
    }

    private static bool IsAllowed(ContainerStatus status, ContainerOperation operation) => operation switch
    {
        ContainerOperation.Start => status is ContainerStatus.Created or ContainerStatus.Stopped,
        ContainerOperation.Kill => status is ContainerStatus.Created or ContainerStatus.Running or ContainerStatus.Paused,
        _ => status is ContainerStatus.Created or ContainerStatus.Stopped,
    };
}
