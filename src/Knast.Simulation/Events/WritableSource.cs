using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Events;

/// <summary>EVFILT_WRITE.</summary>
internal sealed class WritableSource(OpenFile file) : EventSource
{
    public override bool TryPeek(KernelEvent registration, out EventOccurrence occurrence)
    {
        bool isOver = file.Ready.HasFlag(PollEvents.HangUp);
        occurrence = new EventOccurrence(file.WritableBytes, 0, isOver ? EventFlags.EndOfFile : EventFlags.None);
        return occurrence.Data > 0 || isOver;
    }
}
