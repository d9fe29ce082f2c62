using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>chown(2): gives an open file to an owner and a group.</summary>
public static class Fchown
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="owner">The user id.</param>
    /// <param name="group">The group id.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, uint owner, uint group) =>
        LinuxSystemCall.Fchown(target).Argument(file).Argument(owner).Argument(group);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="owner">The user id.</param>
    /// <param name="group">The group id.</param>
    /// <exception cref="NativeException">EPERM, EROFS and what else chown(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand file, uint owner, uint group)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file, owner, group);
        kernel.Require(call);
    }
}
