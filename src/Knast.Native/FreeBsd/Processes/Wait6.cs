using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>wait6(2): how a child has ended; it is then forgotten. Never waits.</summary>
public static class Wait6
{
    [AbiConstant("WNOHANG")]
    private const int NoWait = 1;

    [AbiConstant("WEXITED")]
    private const int Exited = 0x10;

    /// <summary>Makes the call. The status is block 0.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="pid">The child's id.</param>
    public static SystemCall Compose(KernelTarget target, int pid)
    {
        SystemCall call = FreeBsdSystemCall.Wait6(target).Argument(ProcctlConstants.ProcessId).Argument(pid);
        call.Subject = $"pid {pid}";
        return call.Argument(call.AddBlock(4, BlockDirection.Out)).Argument(NoWait | Exited).Argument(0).Argument(0);
    }

    /// <summary>Asks how a child ended.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="pid">Its id.</param>
    /// <returns>Null while it runs.</returns>
    /// <exception cref="NativeException">ECHILD: no child of this process, or waited for already.</exception>
    public static WaitStatus? Invoke(IKernel kernel, int pid)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, pid);
        return kernel.Require(call) == 0 ? null : new WaitStatus(BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(new BlockReference(0))));
    }
}
