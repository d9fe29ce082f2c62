using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>cpuset_getid(2) for a jail: the number of its set.</summary>
public static class CpusetGetid
{
    /// <summary>Makes the call. The number is block 0.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="jid">The jail's id.</param>
    public static SystemCall Compose(KernelTarget target, int jid)
    {
        SystemCall call = FreeBsdSystemCall.CpusetGetid(target)
            .Argument(CpusetConstants.LevelCpuset).Argument(CpusetConstants.WhichJail).Argument(jid);
        call.Subject = $"jid={jid}";
        return call.Argument(call.AddBlock(4, BlockDirection.Out));
    }

    /// <summary>Asks for the number.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="jid">The jail's id.</param>
    /// <exception cref="NativeException">ESRCH: no such jail.</exception>
    public static int Invoke(IKernel kernel, int jid)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, jid);
        kernel.Require(call);
        return BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(new BlockReference(0)));
    }
}
