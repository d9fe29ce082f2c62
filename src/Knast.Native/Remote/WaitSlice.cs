using System.Buffers.Binary;
using System.Diagnostics;
using Knast.Native.Kernel;

namespace Knast.Native.Remote;

/// <summary>
/// A part of the wait of a call that waits (ppoll(2), kevent(2)). An agent serves one call at a time, so that a long wait would keep out the very
/// call that ends it; the wait is made in short parts instead.
/// </summary>
internal sealed class WaitSlice
{
    /// <summary>The bytes of a <c>struct timespec</c>.</summary>
    public const int TimeSize = 16;

    private const int PollTime = 2;
    private const int EventTime = 5;
    private const int FreeBsdPpoll = 545;
    private const int FreeBsdKevent = 560;
    private const int LinuxAmd64Ppoll = 271;
    private const int LinuxArm64Ppoll = 73;
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(10);

    private readonly TimeSpan? _limit;
    private readonly long _start = Stopwatch.GetTimestamp();

    private WaitSlice(int timeArgument, bool hasChanges, TimeSpan? limit)
    {
        TimeArgument = timeArgument;
        HasChanges = hasChanges;
        _limit = limit;
        IsFirst = true;
        Length = Shorten(limit);
    }

    /// <summary>Which argument of the call is the time.</summary>
    public int TimeArgument { get; }

    /// <summary>Whether arguments 1 and 2 of the call are changes, to be made only once.</summary>
    public bool HasChanges { get; }

    /// <summary>Whether nothing was waited yet.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>How long to wait this time.</summary>
    public TimeSpan Length { get; private set; }

    /// <summary>The first part of a call's wait, or null where it waits not at all or in no known way.</summary>
    public static WaitSlice? For(KernelTarget target, SystemCall call)
    {
        int ppoll = target switch
        {
            { System: KernelSystem.FreeBsd } => FreeBsdPpoll,
            { Architecture: KernelArchitecture.Amd64 } => LinuxAmd64Ppoll,
            _ => LinuxArm64Ppoll,
        };
        bool isEvent = target.System == KernelSystem.FreeBsd && call.Number == FreeBsdKevent;
        if (!isEvent && call.Number != ppoll)
        {
            return null;
        }

        // kevent with no room for events makes its changes and returns.
        const int EventRoom = 4;
        int argument = isEvent ? EventTime : PollTime;
        if (call.Arguments.Length <= argument || (isEvent && call.Arguments[EventRoom].Value == 0))
        {
            return null;
        }

        TimeSpan? limit = ReadTime(call, call.Arguments[argument]);
        return limit <= s_longest ? null : new WaitSlice(argument, isEvent, limit);
    }

    /// <summary>Goes on to the next part.</summary>
    /// <returns>False when the whole time is over.</returns>
    public bool MoveNext()
    {
        IsFirst = false;
        TimeSpan? rest = _limit - Stopwatch.GetElapsedTime(_start);
        Length = Shorten(rest);
        return rest is null || rest > TimeSpan.Zero;
    }

    private static TimeSpan Shorten(TimeSpan? time) => time < s_longest ? time.Value : s_longest;

    private static TimeSpan? ReadTime(SystemCall call, SystemCallArgument argument)
    {
        if (argument.Kind != SystemCallArgumentKind.Block)
        {
            return null;
        }

        ReadOnlySpan<byte> time = call.Bytes(new BlockReference((int)argument.Value));
        return TimeSpan.FromSeconds(Math.Min(BinaryPrimitives.ReadInt64LittleEndian(time), int.MaxValue))
            + TimeSpan.FromTicks(BinaryPrimitives.ReadInt64LittleEndian(time[8..]) / 100);
    }
}
