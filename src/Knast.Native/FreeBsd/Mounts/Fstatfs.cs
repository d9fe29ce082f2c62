using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Mounts;

/// <summary>fstatfs(2): the mount that an open file is on.</summary>
public static class Fstatfs
{
    /// <summary>Makes the call. The status is block 0.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    public static SystemCall Compose(KernelTarget target, Operand file)
    {
        SystemCall call = FreeBsdSystemCall.Fstatfs(target).Argument(file);
        return call.Argument(call.AddBlock(StatfsLayout.Size, BlockDirection.Out));
    }

    /// <summary>Asks for the mount.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <exception cref="NativeException">EIO and what else statfs(2) lists.</exception>
    public static MountStatus Invoke(IKernel kernel, Operand file)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file);
        kernel.Require(call);
        return MountStatus.Read(call.Bytes(new BlockReference(0)));
    }
}
