using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>openat(2): opens a file relative to a directory.</summary>
public static class Openat
{
    /// <summary>Stands for the working directory, so only absolute paths should go with it.</summary>
    public const int CurrentDirectory = AtFlags.CurrentDirectory;

    /// <summary>Makes the call. <see cref="OpenFlags.CloseOnExec"/> is always added.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor, or <see cref="CurrentDirectory"/>.</param>
    /// <param name="path">The path.</param>
    /// <param name="flags">How to open it.</param>
    /// <param name="mode">Permission bits of a file that is created, before the umask.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, OpenFlags flags, uint mode = 0) =>
        FreeBsdSystemCall.Openat(target).Argument(directory).Argument(path).Argument((long)(flags | OpenFlags.CloseOnExec)).Argument(mode);

    /// <summary>Opens a file.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor, or <see cref="CurrentDirectory"/>.</param>
    /// <param name="path">The path.</param>
    /// <param name="flags">How to open it.</param>
    /// <param name="mode">Permission bits of a file that is created, before the umask.</param>
    /// <exception cref="NativeException">
    /// ENOENT, EEXIST, EACCES, EMLINK (a link, with <see cref="OpenFlags.NoFollow"/>), ENOTCAPABLE (it leaves, with
    /// <see cref="OpenFlags.ResolveBeneath"/>) and what else open(2) lists.
    /// </exception>
    public static KernelDescriptor Invoke(IKernel kernel, Operand directory, KernelText path, OpenFlags flags, uint mode = 0)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, flags, mode);
        return kernel.RequireDescriptor(call);
    }
}
