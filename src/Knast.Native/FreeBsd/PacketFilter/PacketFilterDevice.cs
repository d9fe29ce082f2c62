using Knast.Native.FreeBsd.Files;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Opens <c>/dev/pf</c>, by which the packet filter of this process's network stack is told what to do (pf(4)).</summary>
public static class PacketFilterDevice
{
    private const string Path = "/dev/pf";

    /// <summary>Opens the device.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="isReadOnly">Whether nothing is to be changed; then requests that change something are refused (EACCES).</param>
    /// <exception cref="NativeException">ENOENT: the module <c>pf</c> is not loaded, or devfs hides it. EACCES.</exception>
    public static KernelDescriptor Open(IKernel kernel, bool isReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        OpenFlags access = isReadOnly ? OpenFlags.ReadOnly : OpenFlags.ReadWrite;
        return Openat.Invoke(kernel, Openat.CurrentDirectory, Path, access);
    }
}
