namespace Knast.Native.Linux.Bpf;

/// <summary>How a program is attached to a cgroup (linux/bpf.h: BPF_F_ALLOW_*).</summary>
[Flags]
public enum BpfAttachFlags
{
    /// <summary>It is the only one, and cgroups below may not attach their own.</summary>
    None = 0,

    /// <summary>Beside others; all of them must agree, those of the cgroups above included.</summary>
    AllowMultiple = 2,
}
