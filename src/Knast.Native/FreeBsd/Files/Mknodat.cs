using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>
/// mknod(2): makes a device relative to a directory. Only devices of devfs work; one elsewhere is a name that nobody can open.
/// </summary>
internal static class Mknodat
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="mode">File type and permission bits, before the umask.</param>
    /// <param name="device">The device's number; see <see cref="DeviceNumbers"/>.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, uint mode, ulong device) =>
        FreeBsdSystemCall.Mknodat(target).Argument(directory).Argument(path).Argument(mode).Argument((long)device);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="mode">File type and permission bits, before the umask.</param>
    /// <param name="device">The device's number; see <see cref="DeviceNumbers"/>.</param>
    /// <exception cref="NativeException">EPERM: in a jail, or no privilege; EEXIST, EINVAL and what else mknod(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand directory, KernelText path, uint mode, ulong device)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, mode, device);
        kernel.Require(call);
    }
}
