using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>listxattr(2): the names of the extended attributes of a file by name.</summary>
public static class Llistxattr
{
    private const int LongestList = 65536;

    /// <summary>Reads the names.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="path">The path; a link in the last place is not followed.</param>
    /// <returns>The names with their namespaces, each ended by NUL; empty where the file system has no attributes.</returns>
    /// <exception cref="NativeException">ENOENT, EPERM and what else listxattr(2) lists.</exception>
    public static byte[] Invoke(IKernel kernel, KernelText path)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = LinuxSystemCall.Llistxattr(kernel.Target).Argument(path);
        BlockReference list = call.AddBlock(LongestList, BlockDirection.Out);
        call.Argument(list).Argument(LongestList);
        SystemCallResult result = kernel.Invoke(call);
        if (!result.Failed)
        {
            return call.Bytes(list)[..(int)result.Value].ToArray();
        }

        return ErrorCodes.FromErrno(kernel.Target.System, result.Errno) == ErrorCode.EOPNOTSUPP
            ? []
            : throw new NativeException(kernel.Target.System, result.Errno, call.Name, call.DescribeSubject());
    }
}
