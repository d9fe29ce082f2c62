using Knast.Native.Kernel;

namespace Knast.Native.Linux.Mounts;

/// <summary>move_mount(2): attaches a mount.</summary>
public static class MoveMount
{
    private const long FromEmptyPath = 0x4;
    private const long ToEmptyPath = 0x40;

    /// <summary>Attaches a mount on what a descriptor is open on.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="mount">What fsmount(2) or open_tree(2) gave.</param>
    /// <param name="destination">A descriptor of the place.</param>
    public static SystemCall Compose(KernelTarget target, Operand mount, Operand destination) =>
        LinuxSystemCall.MoveMount(target)
            .Argument(mount).Argument("").Argument(destination).Argument("").Argument(FromEmptyPath | ToEmptyPath);

    /// <summary>Attaches a mount on a path of ours.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="mount">What fsmount(2) or open_tree(2) gave.</param>
    /// <param name="destination">An absolute path.</param>
    public static SystemCall ComposePath(KernelTarget target, Operand mount, KernelText destination) =>
        LinuxSystemCall.MoveMount(target)
            .Argument(mount).Argument("").Argument(Files.Openat.CurrentDirectory).Argument(destination).Argument(FromEmptyPath);
}
