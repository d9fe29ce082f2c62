using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>copy_file_range(2): copies within the kernel, by sharing blocks where the file system can.</summary>
public static class CopyFileRange
{
    /// <summary>Copies from one open file to another, from and to where the last calls ended.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="from">The file that is read.</param>
    /// <param name="to">The file that is written.</param>
    /// <param name="length">The most bytes to copy.</param>
    /// <returns>Bytes copied, 0 at the end; null where these two files cannot be copied so (EXDEV, EOPNOTSUPP, EINVAL, ENOSYS).</returns>
    /// <exception cref="NativeException">EIO, ENOSPC, EFBIG and what else copy_file_range(2) lists.</exception>
    public static long? Invoke(IKernel kernel, Operand from, Operand to, long length)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = LinuxSystemCall.CopyFileRange(kernel.Target)
            .Argument(from).Argument(0).Argument(to).Argument(0).Argument(length).Argument(0);
        SystemCallResult result = kernel.Invoke(call);
        if (!result.Failed)
        {
            return result.Value;
        }

        return ErrorCodes.FromErrno(kernel.Target.System, result.Errno)
            is ErrorCode.EXDEV or ErrorCode.EOPNOTSUPP or ErrorCode.EINVAL or ErrorCode.ENOSYS
            ? null
            : throw new NativeException(kernel.Target.System, result.Errno, call.Name, call.DescribeSubject());
    }
}
