using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>extattr_set_fd(2): sets an extended attribute of an open file, which may be opened as a place only (O_PATH).</summary>
internal static class ExtattrSetFd
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="attributeNamespace">One of <see cref="ExtattrNamespace"/>.</param>
    /// <param name="name">The name without its namespace.</param>
    /// <param name="value">The value.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, int attributeNamespace, KernelText name, ReadOnlySpan<byte> value) =>
        FreeBsdSystemCall.ExtattrSetFd(target)
            .Argument(file).Argument(attributeNamespace).Argument(name).ArgumentBytes(value).Argument(value.Length);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="attributeNamespace">One of <see cref="ExtattrNamespace"/>.</param>
    /// <param name="name">The name without its namespace.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="NativeException">EPERM (system without privilege), EOPNOTSUPP, ENOSPC and what else extattr(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand file, int attributeNamespace, KernelText name, ReadOnlySpan<byte> value)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file, attributeNamespace, name, value);
        kernel.Require(call);
    }
}
