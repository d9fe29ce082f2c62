using Knast.Native.Kernel;

namespace Knast.Native.Linux.Bpf;

/// <summary>bpf(2), BPF_PROG_ATTACH: makes a program count for a cgroup and all below it, for as long as the cgroup is there.</summary>
public static class BpfProgAttach
{
    private const int Command = 8;

    // linux/bpf.h: target_fd, attach_bpf_fd, attach_type, attach_flags
    private const int AttributeLength = 16;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="cgroup">The directory of a cgroup v2.</param>
    /// <param name="program">A loaded program.</param>
    /// <param name="type">Where it is attached.</param>
    /// <param name="flags">How.</param>
    public static SystemCall Compose(KernelTarget target, Operand cgroup, Operand program, BpfAttachType type, BpfAttachFlags flags)
    {
        SystemCall call = LinuxSystemCall.Bpf(target).Argument(Command);
        call.Subject = $"BPF_PROG_ATTACH {type}";
        BlockReference attributes = call.AddBlock(AttributeLength, BlockDirection.In);
        call.Write(attributes, 0, 4, cgroup);
        call.Write(attributes, 4, 4, program);
        call.Write(attributes, 8, 4, (long)type);
        call.Write(attributes, 12, 4, (long)flags);
        return call.Argument(attributes).Argument(AttributeLength);
    }

    /// <summary>Attaches a program.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="cgroup">The directory of a cgroup v2.</param>
    /// <param name="program">A loaded program.</param>
    /// <param name="type">Where it is attached.</param>
    /// <param name="flags">How.</param>
    /// <exception cref="NativeException">
    /// EPERM (CAP_NET_ADMIN or CAP_BPF is missing, or a cgroup above allows no others), EINVAL (the kernel has no BPF for cgroups), E2BIG (64 are there already).
    /// </exception>
    public static void Invoke(IKernel kernel, KernelDescriptor cgroup, KernelDescriptor program, BpfAttachType type, BpfAttachFlags flags)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, cgroup, program, type, flags);
        kernel.Require(call);
        GC.KeepAlive(cgroup);
        GC.KeepAlive(program);
    }
}
