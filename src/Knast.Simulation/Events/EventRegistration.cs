namespace Knast.Simulation.Events;

/// <summary>A registration of kqueue(2) (struct knote).</summary>
internal sealed class EventRegistration(KernelEvent registration, EventSource source)
{
    public KernelEvent Registration { get; set; } = registration;

    public EventSource Source { get; } = source;

    public bool IsDisabled { get; set; }

    /// <summary>What is to be told now, or null.</summary>
    public KernelEvent? Peek() => !IsDisabled && Source.TryPeek(Registration, out EventOccurrence occurrence)
        ? Registration with
        {
            Flags = (Registration.Flags & (EventFlags.OneShot | EventFlags.Clear | EventFlags.Dispatch)) | Source.AddedFlags | occurrence.Flags,
            FilterFlags = occurrence.FilterFlags,
            Data = occurrence.Data,
        }
        : null;
}
