using Knast.Native.FreeBsd.Files;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>Opens <c>/dev/zfs</c>, by which ZFS is told what to do.</summary>
public static class ZfsDevice
{
    private const string Path = "/dev/zfs";

    /// <summary>Opens the device.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <exception cref="NativeException">ENOENT: the module <c>zfs</c> is not loaded, or devfs hides it. EACCES.</exception>
    public static KernelDescriptor Open(IKernel kernel) => Openat.Invoke(kernel, Openat.CurrentDirectory, Path, OpenFlags.ReadWrite);
}
