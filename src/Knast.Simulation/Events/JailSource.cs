using Knast.Simulation.Jails;

namespace Knast.Simulation.Events;

/// <summary>EVFILT_JAIL and EVFILT_JAILDESC (15.1).</summary>
internal sealed class JailSource : EventSource
{
    private readonly Jail _jail;
    private uint _notes;
    private long _data;

    public JailSource(Jail jail)
    {
        _jail = jail;
        jail.Happened += Note;
    }

    public override EventFlags AddedFlags => EventFlags.Clear;

    public override bool TryPeek(KernelEvent registration, out EventOccurrence occurrence)
    {
        uint wanted = _notes & (registration.FilterFlags | JailEvent.Remove);
        bool isOver = (wanted & JailEvent.Remove) != 0;
        occurrence = new EventOccurrence(_data, wanted, isOver ? EventFlags.EndOfFile | EventFlags.OneShot : EventFlags.None);
        return wanted != 0;
    }

    public override void Told() => (_notes, _data) = (0, 0);

    public override void Detach() => _jail.Happened -= Note;

    private void Note(JailEvent happened)
    {
        bool hasData = (happened.Note & (JailEvent.Attach | JailEvent.Child)) != 0;
        bool isSeveral = hasData && (_notes & (JailEvent.Attach | JailEvent.Child)) != 0;
        _notes |= happened.Note | (isSeveral ? JailEvent.Several : 0);
        _data = isSeveral ? 0 : hasData ? happened.Data : _data;
    }
}
