namespace Knast.Simulation.Events;

/// <summary>EVFILT_TIMER: again and again after a time.</summary>
internal sealed class TimerSource(TimeSpan period) : EventSource
{
    private long _start = Environment.TickCount64;

    public override EventFlags AddedFlags => EventFlags.Clear;

    /// <summary>When it happens next.</summary>
    public TimeSpan Left => TimeSpan.FromMilliseconds(Math.Max(0, _start + period.TotalMilliseconds - Environment.TickCount64));

    public override bool TryPeek(KernelEvent registration, out EventOccurrence occurrence)
    {
        long count = (long)((Environment.TickCount64 - _start) / Math.Max(1, period.TotalMilliseconds));
        occurrence = new EventOccurrence(count);
        return count > 0;
    }

    public override void Told() => _start = Environment.TickCount64;
}
