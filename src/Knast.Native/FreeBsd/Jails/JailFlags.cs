using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Jails;

/// <summary>Flags of jail_set(2) and jail_get(2) (sys/jail.h).</summary>
[Flags]
public enum JailFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>JAIL_CREATE: a jail that exists is EEXIST, unless <see cref="Update"/> is there too.</summary>
    [AbiConstant("JAIL_CREATE")]
    Create = 0x1,

    /// <summary>JAIL_UPDATE: a jail that does not exist is ENOENT, unless <see cref="Create"/> is there too.</summary>
    [AbiConstant("JAIL_UPDATE")]
    Update = 0x2,

    /// <summary>JAIL_ATTACH: the process enters it. Only in programs.</summary>
    [AbiConstant("JAIL_ATTACH")]
    Attach = 0x4,

    /// <summary>
    /// JAIL_DYING: also jails that are removed and only wait for the last of what holds them. jail_set(2) of 15 ignores it.
    /// </summary>
    [AbiConstant("JAIL_DYING")]
    Dying = 0x8,

    /// <summary>JAIL_USE_DESC (15): the jail of the descriptor in the parameter <c>desc</c>.</summary>
    [AbiConstant("JAIL_USE_DESC", Release = "15.1")]
    UseDescriptor = 0x10,

    /// <summary>JAIL_AT_DESC (15): names and ids are looked up below the jail of that descriptor.</summary>
    [AbiConstant("JAIL_AT_DESC", Release = "15.1")]
    AtDescriptor = 0x20,

    /// <summary>JAIL_GET_DESC (15): a descriptor of the jail is made.</summary>
    [AbiConstant("JAIL_GET_DESC", Release = "15.1")]
    GetDescriptor = 0x40,

    /// <summary>JAIL_OWN_DESC (15): a descriptor is made that removes the jail when it is closed.</summary>
    [AbiConstant("JAIL_OWN_DESC", Release = "15.1")]
    OwnDescriptor = 0x80,
}
