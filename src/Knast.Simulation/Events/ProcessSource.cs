using Knast.Simulation.Processes;

namespace Knast.Simulation.Events;

/// <summary>EVFILT_PROC.</summary>
internal sealed class ProcessSource : EventSource
{
    public const uint NoteExit = 0x80000000;
    public const uint NoteFork = 0x40000000;
    public const uint NoteExec = 0x20000000;
    public const uint NoteTrack = 1;
    public const uint NoteTrackError = 2;
    public const uint NoteChild = 4;

    private readonly EventQueue _queue;
    private readonly KernelEvent _registration;
    private readonly Process _process;
    private readonly long _parent;
    private uint _happened;

    public ProcessSource(EventQueue queue, KernelEvent registration, Process process, int parent = 0)
    {
        _queue = queue;
        _registration = registration;
        _process = process;
        _parent = parent;
        _happened = parent != 0 ? NoteChild : 0;
        process.Happened += Note;
        if (process.HasEnded)
        {
            _happened |= registration.FilterFlags & NoteExit;
        }
    }

    public override EventFlags AddedFlags => EventFlags.Clear;

    public override bool TryPeek(KernelEvent registration, out EventOccurrence occurrence)
    {
        bool isOver = (_happened & NoteExit) != 0;
        occurrence = isOver ? new EventOccurrence(_process.ExitStatus, _happened, EventFlags.EndOfFile | EventFlags.OneShot)
            : new EventOccurrence((_happened & NoteChild) != 0 ? _parent : 0, _happened, (_happened & NoteChild) != 0 ? EventFlags.OneShot : EventFlags.None);
        return _happened != 0;
    }

    public override void Told() => _happened = 0;

    public override void Detach() => _process.Happened -= Note;

    private void Note(ProcessEvent happened)
    {
        uint note = happened.Kind switch
        {
            ProcessEventKind.Forked => NoteFork,
            ProcessEventKind.Executed => NoteExec,
            _ => NoteExit,
        };
        _happened |= _registration.FilterFlags & note;
        if (happened.Kind == ProcessEventKind.Forked && (_registration.FilterFlags & NoteTrack) != 0)
        {
            _queue.Track(_registration, happened.Child!, _process.Pid);
        }
    }
}
