using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Sockets;

/// <summary>struct pollfd (sys/poll.h).</summary>
[AbiStruct("pollfd")]
internal static class PollfdLayout
{
    [AbiSize]
    public const int Size = 8;

    [AbiField("fd", 4)]
    public const int Descriptor = 0;

    [AbiField("events", 2)]
    public const int Wanted = 4;

    [AbiField("revents", 2)]
    public const int Happened = 6;
}
