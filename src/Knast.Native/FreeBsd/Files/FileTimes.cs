using Knast.Native.Files;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>The two times that utimensat(2) and futimens(2) take.</summary>
internal static class FileTimes
{
    /// <summary>In place of nanoseconds: this time stays as it is.</summary>
    [AbiConstant("UTIME_OMIT")]
    public const int Omit = -2;

    /// <summary>Appends them as an argument.</summary>
    /// <param name="call">The call.</param>
    /// <param name="accessed">The time of the last access; null leaves it.</param>
    /// <param name="modified">The time of the last change of content.</param>
    public static SystemCall Argument(SystemCall call, FileTime? accessed, FileTime modified)
    {
        BlockReference times = call.AddBlock(2 * TimespecLayout.Size, BlockDirection.In);
        Write(call, times, 0, accessed ?? new FileTime(0, Omit));
        Write(call, times, TimespecLayout.Size, modified);
        return call.Argument(times);
    }

    private static void Write(SystemCall call, BlockReference times, int offset, FileTime time)
    {
        call.Write(times, offset + TimespecLayout.Seconds, 8, time.Seconds);
        call.Write(times, offset + TimespecLayout.Nanoseconds, 8, time.Nanoseconds);
    }
}
