namespace Knast;

/// <summary>What can be waited for.</summary>
public enum ContainerCondition
{
    /// <summary>The container's program has ended.</summary>
    Stopped,

    /// <summary>The container's program runs, or has run already.</summary>
    Running,
}
