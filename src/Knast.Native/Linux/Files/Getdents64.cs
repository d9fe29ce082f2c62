using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>getdents64(2): reads entries of an open directory.</summary>
public static class Getdents64
{
    /// <summary>Reads the next entries.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">The open directory.</param>
    /// <param name="buffer">Where the records (struct linux_dirent64) go.</param>
    /// <returns>Bytes read; 0 at the end of the directory.</returns>
    /// <exception cref="NativeException">ENOTDIR, ENOENT (the directory is removed) and what else getdents(2) lists.</exception>
    public static unsafe int Invoke(IKernel kernel, Operand directory, Span<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        fixed (byte* address = buffer)
        {
            using SystemCall call = LinuxSystemCall.Getdents64(kernel.Target).Argument(directory);
            BlockReference block = call.AddExternal(address, buffer.Length, BlockDirection.Out);
            call.Argument(block).Argument(buffer.Length);
            return (int)kernel.Require(call);
        }
    }
}
