namespace Knast.Simulation.Events;

/// <summary>What a registration of kqueue(2) watches.</summary>
internal abstract class EventSource
{
    /// <summary>Flags that the filter adds to every registration.</summary>
    public virtual EventFlags AddedFlags => EventFlags.None;

    /// <summary>Whether there is something to tell now.</summary>
    public abstract bool TryPeek(KernelEvent registration, out EventOccurrence occurrence);

    /// <summary>It was told.</summary>
    public virtual void Told()
    {
    }

    /// <summary>EV_ADD on what is registered already.</summary>
    public virtual void Touch(KernelEvent change)
    {
    }

    /// <summary>The registration is gone.</summary>
    public virtual void Detach()
    {
    }
}
