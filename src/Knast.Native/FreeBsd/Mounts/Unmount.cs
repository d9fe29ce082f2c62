using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Mounts;

/// <summary>unmount(2): takes a mount away.</summary>
public static class Unmount
{
    private const MountFlags Known = MountFlags.Force | MountFlags.ById;

    /// <summary>Makes the call for the topmost mount on a path.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="path">The path; links in it are followed.</param>
    /// <param name="isForced">Whether open files do not keep it (MNT_FORCE).</param>
    public static SystemCall Compose(KernelTarget target, KernelText path, bool isForced) =>
        Compose(target, path, isForced ? MountFlags.Force : MountFlags.None);

    /// <summary>Makes the call for one mount, wherever it is and whatever is mounted over it.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="id">The mount (<see cref="MountStatus.Id"/>).</param>
    /// <param name="isForced">Whether open files do not keep it (MNT_FORCE).</param>
    public static SystemCall Compose(KernelTarget target, FileSystemId id, bool isForced) =>
        Compose(target, id.ToString(), MountFlags.ById | (isForced ? MountFlags.Force : MountFlags.None));

    /// <summary>Takes the topmost mount on a path away. Before FreeBSD 14 a file that is mounted on another is found by its id only.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="path">The path; links in it are followed.</param>
    /// <param name="isForced">Whether open files do not keep it.</param>
    /// <returns>Whether there was one (EINVAL: nothing is mounted there, or it is the root file system).</returns>
    /// <exception cref="NativeException">EBUSY: a file is open, or another mount is on it; EPERM: no privilege.</exception>
    public static bool Invoke(IKernel kernel, KernelText path, bool isForced)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, path, isForced);
        return Invoke(kernel, call, ErrorCode.EINVAL);
    }

    /// <summary>Takes one mount away, wherever it is and whatever is mounted over it.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="id">The mount.</param>
    /// <param name="isForced">Whether open files do not keep it.</param>
    /// <returns>Whether it was there (ENOENT: it was not).</returns>
    /// <exception cref="NativeException">
    /// EBUSY: a file is open, or another mount is on it; EPERM: no privilege; EINVAL: the root file system.
    /// </exception>
    public static bool Invoke(IKernel kernel, FileSystemId id, bool isForced)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, id, isForced);
        return Invoke(kernel, call, ErrorCode.ENOENT);
    }

    private static SystemCall Compose(KernelTarget target, KernelText path, MountFlags flags) =>
        FreeBsdSystemCall.Unmount(target).Argument(path).Argument((long)(flags & Known));

    private static bool Invoke(IKernel kernel, SystemCall call, ErrorCode missing)
    {
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed || (result.Code() == missing ? false : throw result.ToException(call));
    }
}
