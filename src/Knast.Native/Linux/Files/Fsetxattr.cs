using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>setxattr(2): sets an extended attribute of an open file.</summary>
public static class Fsetxattr
{
    /// <summary>Sets the attribute, whether or not it is there.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="name">The attribute with its namespace, such as <c>security.capability</c>.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="NativeException">EOPNOTSUPP, EPERM, ENOSPC, E2BIG and what else setxattr(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand file, KernelText name, ReadOnlySpan<byte> value)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = LinuxSystemCall.Fsetxattr(kernel.Target).Argument(file).Argument(name)
            .ArgumentBytes(value).Argument(value.Length).Argument(0);
        kernel.Require(call);
    }
}
