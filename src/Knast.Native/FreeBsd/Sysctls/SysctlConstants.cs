using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Sysctls;

/// <summary>Numbers of sysctl(3) (sys/sysctl.h).</summary>
internal static class SysctlConstants
{
    /// <summary>The first component of the names that answer questions about names.</summary>
    [AbiConstant("CTL_SYSCTL")]
    public const int OfSysctl = 0;

    /// <summary>Numbers to a name.</summary>
    [AbiConstant("CTL_SYSCTL_NAME")]
    public const int Name = 1;

    /// <summary>Numbers to the next numbers.</summary>
    [AbiConstant("CTL_SYSCTL_NEXT")]
    public const int Next = 2;

    /// <summary>A name to numbers.</summary>
    [AbiConstant("CTL_SYSCTL_NAME2OID")]
    public const int NameToOid = 3;

    /// <summary>Numbers to kind and format.</summary>
    [AbiConstant("CTL_SYSCTL_OIDFMT")]
    public const int OidFormat = 4;

    /// <summary>The most components of a name.</summary>
    [AbiConstant("CTL_MAXNAME")]
    public const int MaximumComponents = 24;

    [AbiConstant("CTL_KERN")]
    public const int Kern = 1;

    [AbiConstant("KERN_PROC")]
    public const int KernProc = 14;

    [AbiConstant("KERN_PROC_PROC")]
    public const int KernProcProc = 8;

    [AbiConstant("KERN_PROC_PID")]
    public const int KernProcPid = 1;
}
