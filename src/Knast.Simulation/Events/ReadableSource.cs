using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Events;

/// <summary>EVFILT_READ.</summary>
internal sealed class ReadableSource(OpenFile file) : EventSource
{
    public override bool TryPeek(KernelEvent registration, out EventOccurrence occurrence)
    {
        occurrence = new EventOccurrence(file.ReadableBytes, 0, file.IsAtEnd ? EventFlags.EndOfFile : EventFlags.None);
        return occurrence.Data > 0 || file.IsAtEnd;
    }
}
