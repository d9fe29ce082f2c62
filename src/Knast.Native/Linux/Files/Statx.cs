using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>statx(2): what a file is. Chosen over newfstatat(2) because its structure is the same on every architecture.</summary>
public static class Statx
{
    private const long EmptyPath = 0x1000;
    private const long SymbolicLinkNoFollow = 0x100;
    private const long BasicStats = 0x7FF;

    /// <summary>Makes the call. The status is block <see cref="StatusBlock"/>.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor, or with an empty path the file's own.</param>
    /// <param name="path">The path below it; a link in the last place is not followed.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path)
    {
        SystemCall call = LinuxSystemCall.Statx(target).Argument(directory).Argument(path)
            .Argument(SymbolicLinkNoFollow | (path.ByteCount == 0 ? EmptyPath : 0)).Argument(BasicStats);
        return call.Argument(call.AddBlock(StatxStatus.Length, BlockDirection.Out));
    }

    /// <summary>The block that holds the status.</summary>
    public static BlockReference StatusBlock { get; } = new(1);

    /// <summary>Asks what a file is.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor, or with an empty path the file's own.</param>
    /// <param name="path">The path below it; a link in the last place is not followed.</param>
    /// <exception cref="NativeException">ENOENT, ENOTDIR and what else statx(2) lists.</exception>
    public static StatxStatus Invoke(IKernel kernel, Operand directory, KernelText path)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path);
        kernel.Require(call);
        return StatxStatus.Read(call.Bytes(StatusBlock));
    }

    /// <summary>Asks what a file is, where it may be missing.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it; a link in the last place is not followed.</param>
    /// <returns>Null where nothing has that name (ENOENT).</returns>
    /// <exception cref="NativeException">Any other error.</exception>
    public static StatxStatus? TryInvoke(IKernel kernel, Operand directory, KernelText path)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path);
        SystemCallResult result = kernel.Invoke(call);
        if (!result.Failed)
        {
            return StatxStatus.Read(call.Bytes(StatusBlock));
        }

        return ErrorCodes.FromErrno(kernel.Target.System, result.Errno) == ErrorCode.ENOENT
            ? null
            : throw new NativeException(kernel.Target.System, result.Errno, call.Name, call.DescribeSubject());
    }
}
