namespace Knast.Simulation;

/// <summary>When a wait is over; the default is never.</summary>
internal readonly struct Deadline
{
    private readonly long _end;
    private readonly bool _isSet;

    private Deadline(long end)
    {
        _end = end;
        _isSet = true;
    }

    /// <summary>At once.</summary>
    public static Deadline Now => new(long.MinValue);

    /// <summary>After so long.</summary>
    public static Deadline After(TimeSpan time) => new(Environment.TickCount64 + (long)Math.Ceiling(Math.Min(time.TotalMilliseconds, int.MaxValue)));

    /// <summary>Milliseconds that are left, 0 when it is over, -1 for ever.</summary>
    public int Left => !_isSet ? Timeout.Infinite : (int)Math.Clamp(_end == long.MinValue ? 0 : _end - Environment.TickCount64, 0, int.MaxValue);
}
