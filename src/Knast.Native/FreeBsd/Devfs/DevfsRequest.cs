using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>
/// Requests of ioctl(2) on a directory of a devfs mount (fs/devfs/devfs.h). Where the ruleset is 0, the mount's own is meant.
/// </summary>
internal enum DevfsRequest : uint
{
    [AbiConstant("DEVFSIO_RADD")]
    RuleAdd = 0xC0EC4400,

    [AbiConstant("DEVFSIO_RDEL")]
    RuleDelete = 0x80044401,

    [AbiConstant("DEVFSIO_RAPPLY")]
    RuleApply = 0x80EC4402,

    [AbiConstant("DEVFSIO_RAPPLYID")]
    RuleApplyId = 0x80044403,

    [AbiConstant("DEVFSIO_RGETNEXT")]
    RuleGetNext = 0xC0EC4404,

    [AbiConstant("DEVFSIO_SUSE")]
    RulesetUse = 0x8002440A,

    [AbiConstant("DEVFSIO_SAPPLY")]
    RulesetApply = 0x8002440B,

    [AbiConstant("DEVFSIO_SGETNEXT")]
    RulesetGetNext = 0xC002440C,
}
