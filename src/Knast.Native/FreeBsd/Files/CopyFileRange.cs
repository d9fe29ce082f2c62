using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>
/// copy_file_range(2): copies between open files within the kernel, from and to where the last calls ended (FreeBSD 13 and newer).
/// </summary>
internal static class CopyFileRange
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="from">The file that is read.</param>
    /// <param name="to">The file that is written.</param>
    /// <param name="length">The most bytes.</param>
    public static SystemCall Compose(KernelTarget target, Operand from, Operand to, long length) =>
        FreeBsdSystemCall.CopyFileRange(target).Argument(from).Argument(0).Argument(to).Argument(0).Argument(length).Argument(0);

    /// <summary>Copies bytes.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="from">The file that is read.</param>
    /// <param name="to">The file that is written.</param>
    /// <param name="length">The most bytes.</param>
    /// <returns>
    /// Bytes copied, 0 at the end; null where the kernel cannot do it for these two (EINVAL: not two regular files; EOPNOTSUPP).
    /// </returns>
    /// <exception cref="NativeException">ENOSPC, EFBIG, EIO and what else copy_file_range(2) lists.</exception>
    public static long? Invoke(IKernel kernel, Operand from, Operand to, long length)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, from, to, length);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed ? result.Value
            : result.Code() is ErrorCode.EINVAL or ErrorCode.EOPNOTSUPP or ErrorCode.EXDEV ? null
            : throw result.ToException(call);
    }
}
