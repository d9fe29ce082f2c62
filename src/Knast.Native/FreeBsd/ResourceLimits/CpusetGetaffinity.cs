using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>cpuset_getaffinity(2) for a jail: on which processors its processes may run.</summary>
public static class CpusetGetaffinity
{
    /// <summary>Makes the call. The mask is block 0.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="jid">The jail's id; 0 is the asking one.</param>
    public static SystemCall Compose(KernelTarget target, int jid)
    {
        SystemCall call = FreeBsdSystemCall.CpusetGetaffinity(target)
            .Argument(CpusetConstants.LevelWhich).Argument(CpusetConstants.WhichJail).Argument(jid).Argument(CpusetConstants.MaskLength);
        call.Subject = $"jid={jid}";
        return call.Argument(call.AddBlock(CpusetConstants.MaskLength, BlockDirection.Out));
    }

    /// <summary>Asks for the processors of a jail.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="jid">Its id; 0 is the asking one.</param>
    /// <exception cref="NativeException">ESRCH: no such jail; ERANGE: the kernel counts more than 1024.</exception>
    public static IReadOnlyList<int> Invoke(IKernel kernel, int jid)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, jid);
        kernel.Require(call);
        ReadOnlySpan<byte> mask = call.Bytes(new BlockReference(0));
        var processors = new List<int>();
        for (int processor = 0; processor < CpusetConstants.SetSize; processor++)
        {
            if ((mask[processor / 8] & (1 << (processor % 8))) != 0)
            {
                processors.Add(processor);
            }
        }

        return processors;
    }
}
