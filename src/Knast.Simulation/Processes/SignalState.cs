namespace Knast.Simulation.Processes;

/// <summary>What a process does about signals, and those that it has not seen yet.</summary>
internal sealed class SignalState(SimulatedMachine machine, Process process)
{
    private readonly HashSet<int> _ignored = [];
    private readonly HashSet<int> _caught = [];
    private readonly HashSet<int> _blocked = [];
    private readonly SortedSet<int> _pending = [];
    private int _fatal;

    /// <summary>Told each signal that comes, whatever is done about it.</summary>
    public event Action<int>? Posted;

    /// <summary>Whether the process is stopped.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The signal that stopped it, until a parent has been told.</summary>
    public int UnreportedStop { get; set; }

    /// <summary>Whether it went on after a stop, until a parent has been told.</summary>
    public bool IsUnreportedContinue { get; set; }

    /// <summary>Whether a signal with a handler waits.</summary>
    public bool IsInterrupted => _pending.Any(signal => _caught.Contains(signal) && !_blocked.Contains(signal));

    public bool IsIgnored(int signal) => _ignored.Contains(signal);

    public bool IsCaught(int signal) => _caught.Contains(signal);

    /// <summary>Signals that wait, for sigpending(2) and kinfo_proc.</summary>
    public IEnumerable<int> Pending => _pending;

    public IEnumerable<int> Ignored => _ignored;

    public IEnumerable<int> Caught => _caught;

    public IEnumerable<int> Blocked => _blocked;

    /// <summary>The default, nothing, or a handler.</summary>
    public void Dispose(int signal, bool isIgnored, bool isCaught)
    {
        Set(_ignored, signal, isIgnored);
        Set(_caught, signal, isCaught);
        if (isIgnored || (!isCaught && Signal.IsIgnoredByDefault(signal)))
        {
            _pending.Remove(signal);
        }
    }

    public void Block(int signal, bool isBlocked)
    {
        Set(_blocked, signal, isBlocked && signal is not (Signal.Kill or Signal.Stop));
        if (!isBlocked && _pending.Contains(signal) && !_caught.Contains(signal))
        {
            _pending.Remove(signal);
            Deliver(signal);
        }
    }

    /// <summary>What a child has: dispositions and mask, nothing that waits.</summary>
    public void CopyTo(SignalState child)
    {
        child._ignored.UnionWith(_ignored);
        child._caught.UnionWith(_caught);
        child._blocked.UnionWith(_blocked);
    }

    /// <summary>What execve(2) leaves: handlers are gone.</summary>
    public void Reset() => _caught.Clear();

    /// <summary>A signal comes.</summary>
    public void Post(int signal)
    {
        if (signal == 0 || process.HasEnded)
        {
            return;
        }

        Posted?.Invoke(signal);
        if (signal == Signal.Continue || signal == Signal.Kill)
        {
            IsUnreportedContinue = IsStopped && signal == Signal.Continue;
            IsStopped = false;
            UnreportedStop = 0;
        }

        if (_blocked.Contains(signal) || _caught.Contains(signal))
        {
            _pending.Add(signal);
        }
        else if (!_ignored.Contains(signal))
        {
            Deliver(signal);
        }

        machine.Changed();
    }

    /// <summary>Takes a signal whose handler is to run.</summary>
    public int? TakeCaught()
    {
        foreach (int signal in _pending)
        {
            if (_caught.Contains(signal) && !_blocked.Contains(signal))
            {
                _pending.Remove(signal);
                return signal;
            }
        }

        return null;
    }

    /// <summary>Lets the process go on: not before it is continued, and never when it is to end.</summary>
    /// <exception cref="ProcessEnded">It is to end.</exception>
    public void RequireRunning()
    {
        while (true)
        {
            if (_fatal != 0 || (machine.IsOff && process.HasThread))
            {
                throw new ProcessEnded(WaitStatus.Signalled(_fatal != 0 ? _fatal : Signal.Kill));
            }

            if (!IsStopped)
            {
                return;
            }

            Monitor.Wait(machine.Gate);
        }
    }

    private static void Set(HashSet<int> set, int signal, bool isIn)
    {
        if (isIn)
        {
            set.Add(signal);
        }
        else
        {
            set.Remove(signal);
        }
    }

    private void Deliver(int signal)
    {
        if (Signal.IsIgnoredByDefault(signal))
        {
            return;
        }

        if (Signal.Stops(signal))
        {
            IsStopped = process.HasThread;
            UnreportedStop = signal;
            process.Parent?.Signals.Post(Signal.Child);
        }
        else if (process.HasThread)
        {
            _fatal = _fatal == 0 ? signal : _fatal;
        }
        else if (signal == Signal.Kill && process.Pid != ProcessTable.Init)
        {
            process.End(WaitStatus.Signalled(signal));
        }
    }
}
