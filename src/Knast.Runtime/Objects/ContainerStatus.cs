namespace Knast;

/// <summary>Where a container is in its life (runtime-spec, runtime.md "State"), with what the specification leaves to runtimes.</summary>
public enum ContainerStatus
{
    /// <summary>Being created: no other operation is possible yet.</summary>
    Creating,

    /// <summary>Created: its program has not been started.</summary>
    Created,

    /// <summary>Its program runs.</summary>
    Running,

    /// <summary>All its processes are held.</summary>
    Paused,

    /// <summary>Its program has ended.</summary>
    Stopped,
}
