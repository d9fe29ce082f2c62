using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Terminals;

/// <summary>struct winsize (sys/_winsize.h).</summary>
[AbiStruct("winsize")]
internal static class WinsizeLayout
{
    [AbiSize]
    public const int Size = 8;

    [AbiField("ws_row", 2)]
    public const int Rows = 0;

    [AbiField("ws_col", 2)]
    public const int Columns = 2;
}
