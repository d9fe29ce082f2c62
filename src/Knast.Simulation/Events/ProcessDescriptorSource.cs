using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Events;

/// <summary>EVFILT_PROCDESC.</summary>
internal sealed class ProcessDescriptorSource(ProcessDescriptor descriptor) : EventSource
{
    private bool _isTold;

    public override EventFlags AddedFlags => EventFlags.Clear;

    public override bool TryPeek(KernelEvent registration, out EventOccurrence occurrence)
    {
        occurrence = new EventOccurrence(
            descriptor.Process.ExitStatus, registration.FilterFlags & ProcessSource.NoteExit, EventFlags.EndOfFile | EventFlags.OneShot);
        return !_isTold && descriptor.Process.HasEnded && occurrence.FilterFlags != 0;
    }

    public override void Told() => _isTold = true;
}
