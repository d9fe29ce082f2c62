using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Files;

/// <summary>struct dirent (sys/dirent.h).</summary>
[AbiStruct("dirent")]
internal static class DirentLayout
{
    [AbiField("d_reclen", 2)]
    public const int RecordLength = 16;

    [AbiField("d_type", 1)]
    public const int Type = 18;

    [AbiField("d_namlen", 2)]
    public const int NameLength = 20;

    [AbiField("d_name", 256)]
    public const int Name = 24;
}
