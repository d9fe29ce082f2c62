using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>struct kevent (sys/event.h).</summary>
[AbiStruct("kevent")]
internal static class KeventLayout
{
    [AbiSize]
    public const int Size = 64;

    [AbiField("ident", 8)]
    public const int Identity = 0;

    [AbiField("filter", 2)]
    public const int Filter = 8;

    [AbiField("flags", 2)]
    public const int Flags = 10;

    [AbiField("fflags", 4)]
    public const int Notes = 12;

    [AbiField("data", 8)]
    public const int Data = 16;

    [AbiField("udata", 8)]
    public const int Tag = 24;
}
