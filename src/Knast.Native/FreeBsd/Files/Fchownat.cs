using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>fchownat(2): gives a file to an owner. A link is not followed, but given away itself.</summary>
internal static class Fchownat
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="owner">User id.</param>
    /// <param name="group">Group id.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, uint owner, uint group) =>
        FreeBsdSystemCall.Fchownat(target).Argument(directory).Argument(path).Argument(owner).Argument(group).Argument(AtFlags.NoFollow);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="owner">User id.</param>
    /// <param name="group">Group id.</param>
    /// <exception cref="NativeException">ENOENT, EPERM, EROFS and what else chown(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand directory, KernelText path, uint owner, uint group)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, owner, group);
        kernel.Require(call);
    }
}
