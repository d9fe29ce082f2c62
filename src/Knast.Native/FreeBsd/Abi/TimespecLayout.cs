namespace Knast.Native.FreeBsd.Abi;

/// <summary>struct timespec (sys/_timespec.h).</summary>
[AbiStruct("timespec")]
internal static class TimespecLayout
{
    [AbiSize]
    public const int Size = 16;

    [AbiField("tv_sec", 8)]
    public const int Seconds = 0;

    [AbiField("tv_nsec", 8)]
    public const int Nanoseconds = 8;
}
