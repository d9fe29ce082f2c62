using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Jails;

/// <summary>What a jail has of a part of the system, such as <c>vnet</c>, <c>ip4</c>, <c>sysvshm</c> (sys/jail.h).</summary>
public enum JailSystem
{
    /// <summary>JAIL_SYS_DISABLE: nothing.</summary>
    [AbiConstant("JAIL_SYS_DISABLE")]
    Disable = 0,

    /// <summary>JAIL_SYS_NEW: its own.</summary>
    [AbiConstant("JAIL_SYS_NEW")]
    New = 1,

    /// <summary>JAIL_SYS_INHERIT: its parent's.</summary>
    [AbiConstant("JAIL_SYS_INHERIT")]
    Inherit = 2,
}
