using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>fstatfs(2): what file system an open file is on, and how full it is.</summary>
public static class Fstatfs
{
    /// <summary>Asks the kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">A descriptor on the file system.</param>
    /// <exception cref="NativeException">EIO, EBADF.</exception>
    public static StatfsStatus Invoke(IKernel kernel, Operand file)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = LinuxSystemCall.Fstatfs(kernel.Target).Argument(file);
        BlockReference status = call.AddBlock(StatfsStatus.Length, BlockDirection.Out);
        call.Argument(status);
        kernel.Require(call);
        return StatfsStatus.Read(call.Bytes(status));
    }
}
