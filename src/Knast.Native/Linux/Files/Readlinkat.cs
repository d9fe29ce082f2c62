using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>readlink(2): what a symbolic link says.</summary>
public static class Readlinkat
{
    private const int LongestContent = 4096;

    /// <summary>Reads a link.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <exception cref="NativeException">EINVAL (it is no link), ENOENT and what else readlink(2) lists.</exception>
    public static byte[] Invoke(IKernel kernel, Operand directory, KernelText path)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = LinuxSystemCall.Readlinkat(kernel.Target).Argument(directory).Argument(path);
        BlockReference content = call.AddBlock(LongestContent, BlockDirection.Out);
        call.Argument(content).Argument(LongestContent);
        int length = (int)kernel.Require(call);
        return call.Bytes(content)[..length].ToArray();
    }
}
