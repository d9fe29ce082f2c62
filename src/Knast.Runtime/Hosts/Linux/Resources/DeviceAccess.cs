namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>What may be done with a device; the numbers are the kernel's (linux/bpf.h: BPF_DEVCG_ACC_*).</summary>
[Flags]
internal enum DeviceAccess
{
    None = 0,

    /// <summary>Make its node.</summary>
    Make = 1,

    Read = 2,

    Write = 4,

    All = Make | Read | Write,
}
