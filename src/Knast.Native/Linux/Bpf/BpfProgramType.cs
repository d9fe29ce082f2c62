namespace Knast.Native.Linux.Bpf;

/// <summary>What a program is for (linux/bpf.h: enum bpf_prog_type).</summary>
public enum BpfProgramType
{
    /// <summary>Decides whether processes of a cgroup may use a device; returns 1 for yes, 0 for no.</summary>
    CgroupDevice = 15,
}
