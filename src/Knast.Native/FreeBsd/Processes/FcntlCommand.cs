using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>What fcntl(2) does (sys/fcntl.h).</summary>
public enum FcntlCommand
{
    /// <summary>F_GETFD.</summary>
    [AbiConstant("F_GETFD")]
    GetDescriptorFlags = 1,

    /// <summary>F_SETFD: 1 is close-on-exec.</summary>
    [AbiConstant("F_SETFD")]
    SetDescriptorFlags = 2,

    /// <summary>F_GETFL.</summary>
    [AbiConstant("F_GETFL")]
    GetStatusFlags = 3,

    /// <summary>F_SETFL.</summary>
    [AbiConstant("F_SETFL")]
    SetStatusFlags = 4,

    /// <summary>F_DUPFD_CLOEXEC: a copy with a number at least as large as the argument.</summary>
    [AbiConstant("F_DUPFD_CLOEXEC")]
    DuplicateCloseOnExec = 17,
}
