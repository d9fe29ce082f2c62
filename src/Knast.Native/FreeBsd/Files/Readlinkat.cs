using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>readlinkat(2): what a symbolic link says.</summary>
internal static class Readlinkat
{
    private const int LongestLink = 1024;

    /// <summary>Makes the call. The answer is block <see cref="ContentBlock"/>.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The link's path below it.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path)
    {
        SystemCall call = FreeBsdSystemCall.Readlinkat(target).Argument(directory).Argument(path);
        return call.Argument(call.AddBlock(LongestLink, BlockDirection.Out)).Argument(LongestLink);
    }

    /// <summary>The block that holds what the link says, without a NUL.</summary>
    public static BlockReference ContentBlock { get; } = new(1);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The link's path below it.</param>
    /// <exception cref="NativeException">EINVAL: no link; ENOENT and what else readlink(2) lists.</exception>
    public static byte[] Invoke(IKernel kernel, Operand directory, KernelText path)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path);
        int length = (int)kernel.Require(call);
        return call.Bytes(ContentBlock)[..length].ToArray();
    }
}
