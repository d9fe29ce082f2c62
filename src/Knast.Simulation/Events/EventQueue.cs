using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Events;

/// <summary>A queue of events (kqueue(2)). Registrations are looked at when somebody asks.</summary>
internal sealed class EventQueue(SimulatedMachine machine, Process process) : OpenFile(OpenFlags.ReadWrite)
{
    private readonly List<EventRegistration> _registrations = [];
    private readonly EventSources _sources = new(machine, process);

    public override int Kind => 5;

    public override PollEvents Ready => _registrations.Exists(static one => one.Peek() is not null) ? PollEvents.In | PollEvents.ReadNormal : PollEvents.None;

    public override long ReadableBytes => _registrations.Count(static one => one.Peek() is not null);

    /// <summary>When the next timer is over; null without timers.</summary>
    public TimeSpan? NextTimer => _registrations.Select(static one => one.Source).OfType<TimerSource>().Select(static timer => (TimeSpan?)timer.Left).Min();

    public override StatRecord Stat() => new() { Type = FileType.Fifo };

    /// <summary>Takes a change.</summary>
    /// <exception cref="KernelError">ENOENT, EINVAL, EBADF, ESRCH.</exception>
    public void Apply(KernelEvent change)
    {
        EventRegistration? known = Find(change);
        if (known is null)
        {
            KernelError.Unless(change.Flags.HasFlag(EventFlags.Add), ErrorCode.ENOENT);
            KernelEvent registration = change;
            EventSource source = _sources.Make(this, registration);
            known = new EventRegistration(registration, source);
            source.Touch(change);
            _registrations.Add(known);
        }
        else if (change.Flags.HasFlag(EventFlags.Delete))
        {
            Remove(known);
            return;
        }
        else
        {
            known.Source.Touch(change);
            if (change.Flags.HasFlag(EventFlags.Add))
            {
                known.Registration = change;
            }
        }

        known.IsDisabled = change.Flags.HasFlag(EventFlags.Disable) || (known.IsDisabled && !change.Flags.HasFlag(EventFlags.Enable));
    }

    /// <summary>Takes what there is to tell.</summary>
    public IReadOnlyList<KernelEvent> Take(int most)
    {
        var events = new List<KernelEvent>();
        foreach (EventRegistration registration in _registrations.ToArray())
        {
            if (events.Count < most && registration.Peek() is { } happened)
            {
                events.Add(happened);
                Told(registration, happened);
            }
        }

        return events;
    }

    /// <summary>Follows a child (NOTE_TRACK).</summary>
    public void Track(KernelEvent registration, Process child, int parent)
    {
        KernelEvent own = registration with { Identifier = (ulong)child.Pid };
        _registrations.Insert(0, new EventRegistration(own, new ProcessSource(this, own, child, parent)));
    }

    protected override void Close()
    {
        foreach (EventRegistration registration in _registrations)
        {
            registration.Source.Detach();
        }
    }

    private static bool IsFileFilter(short filter) => filter is EventFilter.Read or EventFilter.Write;

    private EventRegistration? Find(KernelEvent change)
    {
        // A registration ends with the descriptor that it was made for.
        foreach (EventRegistration gone in _registrations.Where(one => IsFileFilter(one.Registration.Filter) && _sources.IsStale(one)).ToArray())
        {
            Remove(gone);
        }

        return _registrations.Find(one => one.Registration.Identifier == change.Identifier && one.Registration.Filter == change.Filter);
    }

    private void Told(EventRegistration registration, KernelEvent happened)
    {
        // NOTE_CHILD is told once, and the child is watched on.
        bool isChild = happened.Filter == EventFilter.Process && (happened.FilterFlags & ProcessSource.NoteChild) != 0;
        if (happened.Flags.HasFlag(EventFlags.OneShot) && !isChild)
        {
            Remove(registration);
        }
        else if (happened.Flags.HasFlag(EventFlags.Clear))
        {
            registration.Source.Told();
        }

        registration.IsDisabled |= registration.Registration.Flags.HasFlag(EventFlags.Dispatch);
    }

    private void Remove(EventRegistration registration)
    {
        registration.Source.Detach();
        _registrations.Remove(registration);
    }
}
