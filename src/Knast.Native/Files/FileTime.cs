namespace Knast.Native.Files;

/// <summary>A time of a file, as exact as file systems keep it.</summary>
/// <param name="Seconds">Seconds since 1970-01-01 00:00:00 UTC; may be negative.</param>
/// <param name="Nanoseconds">0 to 999,999,999.</param>
public readonly record struct FileTime(long Seconds, int Nanoseconds)
{
    /// <summary>The same as .NET's time, cut to 100 ns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before year 1 or after year 9999.</exception>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeSeconds(Seconds).AddTicks(Nanoseconds / 100);

    /// <summary>Takes .NET's time.</summary>
    /// <param name="time">The time.</param>
    public static FileTime From(DateTimeOffset time)
    {
        long seconds = time.ToUnixTimeSeconds();
        return new FileTime(seconds, (int)((time - DateTimeOffset.FromUnixTimeSeconds(seconds)).Ticks * 100));
    }
}
