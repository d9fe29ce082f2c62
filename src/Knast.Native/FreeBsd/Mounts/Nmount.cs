using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Mounts;

/// <summary>nmount(2): mounts a file system, or changes a mount.</summary>
public static class Nmount
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="mount">What to mount, and where.</param>
    /// <exception cref="ArgumentException">A flag is none that nmount(2) takes.</exception>
    public static SystemCall Compose(KernelTarget target, Mount mount) => Compose(target, mount, out _);

    /// <summary>Mounts a file system.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="mount">What to mount, and where.</param>
    /// <exception cref="NativeException">
    /// With the kernel's own words where it has some. EINVAL: an unknown option, or no such file system; before FreeBSD 14 also a missing source
    /// or destination, in the misleading words "Invalid fstype"; ENOENT, ENOTDIR: source or destination; EBUSY: something is mounted there
    /// already and <see cref="MountFlags.NoCover"/>, or an update finds files open for writing; EDEADLK: the same again at the same place
    /// (nullfs); EPERM: no privilege, in a jail also without <c>allow.mount</c>; EOPNOTSUPP: it cannot be changed that way (nullfs never can);
    /// ENAMETOOLONG, ENOTEMPTY (<see cref="MountFlags.EmptyDirectory"/>).
    /// </exception>
    public static void Invoke(IKernel kernel, Mount mount)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, mount, out OptionVector options);
        SystemCallResult result = kernel.Invoke(call);
        if (result.Failed)
        {
            throw result.ToException(call, options.Message());
        }
    }

    private static SystemCall Compose(KernelTarget target, Mount mount, out OptionVector options)
    {
        ArgumentNullException.ThrowIfNull(mount);
        IReadOnlyList<string> flags = MountFlagOptions.From(mount.Flags & ~MountFlags.Ignore);
        SystemCall call = FreeBsdSystemCall.Nmount(target);
        call.Subject = $"{mount.FileSystem} on {mount.Destination}";
        options = new OptionVector(call, 2 + mount.Options.Count + flags.Count);
        Add(options, MountOption.Text("fstype", mount.FileSystem));
        Add(options, MountOption.Text("fspath", mount.Destination));
        foreach (MountOption option in mount.Options)
        {
            Add(options, option);
        }

        foreach (string flag in flags)
        {
            Add(options, MountOption.Flag(flag));
        }

        options.End();
        return call.Argument((long)(mount.Flags & MountFlags.Ignore));
    }

    private static void Add(OptionVector options, MountOption option) => options.Add(option.Name, option.Value);
}
