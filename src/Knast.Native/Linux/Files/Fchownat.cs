using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>chown(2): gives a file to an owner and a group. A link is not followed.</summary>
public static class Fchownat
{
    private const long SymbolicLinkNoFollow = 0x100;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="owner">The user id.</param>
    /// <param name="group">The group id.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, uint owner, uint group) =>
        LinuxSystemCall.Fchownat(target).Argument(directory).Argument(path).Argument(owner).Argument(group).Argument(SymbolicLinkNoFollow);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="owner">The user id.</param>
    /// <param name="group">The group id.</param>
    /// <exception cref="NativeException">ENOENT, EPERM, EROFS and what else chown(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand directory, KernelText path, uint owner, uint group)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, owner, group);
        kernel.Require(call);
    }
}
