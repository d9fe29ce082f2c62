using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>getxattr(2): an extended attribute of a file by name.</summary>
public static class Lgetxattr
{
    private const int LongestValue = 65536;

    /// <summary>Reads the attribute.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="path">The path; a link in the last place is not followed.</param>
    /// <param name="name">The attribute with its namespace.</param>
    /// <returns>The value; null where there is no such attribute (ENODATA) or the file system has none (EOPNOTSUPP).</returns>
    /// <exception cref="NativeException">ENOENT, EPERM and what else getxattr(2) lists.</exception>
    public static byte[]? Invoke(IKernel kernel, KernelText path, KernelText name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = LinuxSystemCall.Lgetxattr(kernel.Target).Argument(path).Argument(name);
        BlockReference value = call.AddBlock(LongestValue, BlockDirection.Out);
        call.Argument(value).Argument(LongestValue);
        SystemCallResult result = kernel.Invoke(call);
        if (!result.Failed)
        {
            return call.Bytes(value)[..(int)result.Value].ToArray();
        }

        return ErrorCodes.FromErrno(kernel.Target.System, result.Errno) is ErrorCode.ENODATA or ErrorCode.EOPNOTSUPP
            ? null
            : throw new NativeException(kernel.Target.System, result.Errno, call.Name, call.DescribeSubject());
    }
}
