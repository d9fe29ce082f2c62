using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>extattr_delete_fd(2): removes an extended attribute of an open file.</summary>
internal static class ExtattrDeleteFd
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="attributeNamespace">One of <see cref="ExtattrNamespace"/>.</param>
    /// <param name="name">The name without its namespace.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, int attributeNamespace, KernelText name) =>
        FreeBsdSystemCall.ExtattrDeleteFd(target).Argument(file).Argument(attributeNamespace).Argument(name);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="attributeNamespace">One of <see cref="ExtattrNamespace"/>.</param>
    /// <param name="name">The name without its namespace.</param>
    /// <exception cref="NativeException">ENOATTR: there is none; EPERM and what else extattr(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand file, int attributeNamespace, KernelText name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file, attributeNamespace, name);
        kernel.Require(call);
    }
}
