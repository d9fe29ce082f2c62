using Knast.Native.Kernel;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>Decides whether overlayfs can carry containers.</summary>
internal static class LinuxRootfsChoice
{
    // linux/magic.h: OVERLAYFS_SUPER_MAGIC. An overlay cannot be the upper layer of another.
    private const long OverlayMagic = 0x794C7630;

    /// <summary>Whether the kernel has overlayfs and the root is on a file system that can be its upper layer.</summary>
    public static bool CanOverlay(KernelFiles files, EngineOptions options)
    {
        bool hasOverlay = (files.TryRead("/proc/filesystems") ?? "").Split('\n').Any(line => line.EndsWith("\toverlay", StringComparison.Ordinal));
        return hasOverlay && FileSystemType(files, options.Root) != OverlayMagic;
    }

    private static long FileSystemType(KernelFiles files, string path)
    {
        while (files.Status(path) is null && Path.GetDirectoryName(path) is { } parent)
        {
            path = parent;
        }

        using KernelDescriptor directory = files.Calls.OpenHostDirectory(path);
        return (long)files.Calls.GetFileSystem(directory).Type;
    }
}
