using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Files;

/// <summary>struct stat (sys/stat.h).</summary>
[AbiStruct("stat")]
internal static class StatLayout
{
    [AbiSize]
    public const int Size = 224;

    [AbiField("st_dev", 8)]
    public const int FileSystem = 0;

    [AbiField("st_ino", 8)]
    public const int Inode = 8;

    [AbiField("st_nlink", 8)]
    public const int LinkCount = 16;

    [AbiField("st_mode", 2)]
    public const int Mode = 24;

    [AbiField("st_uid", 4)]
    public const int Owner = 28;

    [AbiField("st_gid", 4)]
    public const int Group = 32;

    [AbiField("st_rdev", 8)]
    public const int Device = 40;

    [AbiField("st_atim", 16)]
    public const int Accessed = 48;

    [AbiField("st_mtim", 16)]
    public const int Modified = 64;

    [AbiField("st_size", 8)]
    public const int Length = 112;

    [AbiField("st_blocks", 8)]
    public const int Blocks = 120;

    [AbiField("st_flags", 4)]
    public const int Flags = 132;
}
