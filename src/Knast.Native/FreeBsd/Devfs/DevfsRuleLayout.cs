using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>struct devfs_rule (fs/devfs/devfs.h).</summary>
[AbiStruct("devfs_rule")]
internal static class DevfsRuleLayout
{
    [AbiSize]
    public const int Size = 236;

    [AbiField("dr_magic", 4)]
    public const int Magic = 0;

    [AbiField("dr_id", 4)]
    public const int Id = 4;

    [AbiField("dr_icond", 4)]
    public const int Conditions = 8;

    [AbiField("dr_dswflags", 4)]
    public const int DriverFlags = 12;

    [AbiField("dr_pathptrn", 200)]
    public const int Pattern = 16;

    [AbiField("dr_iacts", 4)]
    public const int Actions = 216;

    [AbiField("dr_bacts", 4)]
    public const int Visibility = 220;

    [AbiField("dr_uid", 4)]
    public const int Owner = 224;

    [AbiField("dr_gid", 4)]
    public const int Group = 228;

    [AbiField("dr_mode", 2)]
    public const int Mode = 232;

    [AbiField("dr_incset", 2)]
    public const int Include = 234;

    /// <summary>What dr_magic is (else ERPCMISMATCH).</summary>
    [AbiConstant("DEVFS_MAGIC")]
    public const uint MagicNumber = 0xDB0A087A;

    /// <summary>The bytes of a pattern with its NUL.</summary>
    [AbiConstant("DEVFS_MAXPTRNLEN")]
    public const int LongestPattern = 200;
}
