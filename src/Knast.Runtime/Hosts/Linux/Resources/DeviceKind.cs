namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Kinds of devices; the numbers are the kernel's (linux/bpf.h: BPF_DEVCG_DEV_*).</summary>
internal enum DeviceKind
{
    /// <summary>Both.</summary>
    Any = 0,

    Block = 1,

    Character = 2,
}
