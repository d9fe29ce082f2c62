using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>getxattr(2): an extended attribute of an open file.</summary>
public static class Fgetxattr
{
    private const int LongestValue = 65536;

    /// <summary>Reads the attribute.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="name">The attribute with its namespace.</param>
    /// <returns>The value; null where there is no such attribute (ENODATA) or the file system has none (EOPNOTSUPP).</returns>
    /// <exception cref="NativeException">ENOENT, EPERM and what else getxattr(2) lists.</exception>
    public static byte[]? Invoke(IKernel kernel, Operand file, KernelText name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = LinuxSystemCall.Fgetxattr(kernel.Target).Argument(file).Argument(name);
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
