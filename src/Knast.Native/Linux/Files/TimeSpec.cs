namespace Knast.Native.Linux.Files;

/// <summary>struct timespec: a time as the kernel counts it.</summary>
/// <param name="Seconds">Seconds since 1970-01-01 00:00:00 UTC; may be negative.</param>
/// <param name="Nanoseconds">0 to 999,999,999, or one of utimensat(2)'s special values.</param>
public readonly record struct TimeSpec(long Seconds, long Nanoseconds)
{
    /// <summary>UTIME_OMIT: the time is left as it is.</summary>
    public static TimeSpec Omit => new(0, (1 << 30) - 2);
}
