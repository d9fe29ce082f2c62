namespace Knast.Native.FreeBsd.Abi;

/// <summary>struct iovec (sys/_iovec.h).</summary>
[AbiStruct("iovec")]
internal static class IovecLayout
{
    [AbiSize]
    public const int Size = 16;

    [AbiField("iov_base", 8)]
    public const int Base = 0;

    [AbiField("iov_len", 8)]
    public const int Length = 8;
}
