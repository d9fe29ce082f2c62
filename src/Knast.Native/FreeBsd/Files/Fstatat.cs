using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>fstatat(2): what a file is. A link in the last place is not followed.</summary>
internal static class Fstatat
{
    /// <summary>The block that holds the status.</summary>
    public static BlockReference StatusBlock { get; } = new(1);

    /// <summary>Makes the call. The status is block <see cref="StatusBlock"/>.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path)
    {
        SystemCall call = FreeBsdSystemCall.Fstatat(target).Argument(directory).Argument(path);
        return call.Argument(call.AddBlock(StatLayout.Size, BlockDirection.Out)).Argument(AtFlags.NoFollow);
    }

    /// <summary>Asks what a file is, where it may be missing.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <returns>Null where nothing has that name (ENOENT).</returns>
    /// <exception cref="NativeException">ENOTDIR, EACCES and what else stat(2) lists.</exception>
    public static StatStatus? TryInvoke(IKernel kernel, Operand directory, KernelText path)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed ? StatStatus.Read(call.Bytes(StatusBlock))
            : result.Code() == ErrorCode.ENOENT ? null
            : throw result.ToException(call);
    }
}
