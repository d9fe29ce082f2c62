using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>setxattr(2): sets an extended attribute of a file by name.</summary>
public static class Lsetxattr
{
    /// <summary>Sets the attribute, whether or not it is there.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="path">The path; a link in the last place is not followed.</param>
    /// <param name="name">The attribute with its namespace, such as <c>security.capability</c>.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="NativeException">EOPNOTSUPP, EPERM, ENOSPC, E2BIG and what else setxattr(2) lists.</exception>
    public static void Invoke(IKernel kernel, KernelText path, KernelText name, ReadOnlySpan<byte> value)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = LinuxSystemCall.Lsetxattr(kernel.Target).Argument(path).Argument(name)
            .ArgumentBytes(value).Argument(value.Length).Argument(0);
        kernel.Require(call);
    }
}
