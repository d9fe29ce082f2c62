using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>cpuset_setaffinity(2) for a jail: on which processors its processes run.</summary>
public static class CpusetSetaffinity
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="jid">The jail's id.</param>
    /// <param name="processors">Processors, 0 to 1023 (255 before FreeBSD 14).</param>
    public static SystemCall Compose(KernelTarget target, int jid, IReadOnlyCollection<int> processors)
    {
        ArgumentNullException.ThrowIfNull(processors);
        SystemCall call = FreeBsdSystemCall.CpusetSetaffinity(target)
            .Argument(CpusetConstants.LevelWhich).Argument(CpusetConstants.WhichJail).Argument(jid).Argument(CpusetConstants.MaskLength);
        call.Subject = $"jid={jid}, processors {string.Join(',', processors)}";
        BlockReference mask = call.AddBlock(CpusetConstants.MaskLength, BlockDirection.In);
        foreach (int processor in processors)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(processor);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(processor, CpusetConstants.SetSize);
            call.Bytes(mask)[processor / 8] |= (byte)(1 << (processor % 8));
        }

        return call.Argument(mask);
    }

    /// <summary>Sets the processors of a jail.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="jid">Its id.</param>
    /// <param name="processors">Processors, 0 to 1023 (255 before FreeBSD 14).</param>
    /// <exception cref="NativeException">
    /// EINVAL: one of them is not there, or not the parent's; EDEADLK: a process of it could run on none; ESRCH: no such jail; EPERM.
    /// </exception>
    public static void Invoke(IKernel kernel, int jid, IReadOnlyCollection<int> processors)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, jid, processors);
        kernel.Require(call);
    }
}
