using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>fchown(2): gives an open file to an owner.</summary>
internal static class Fchown
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="owner">User id.</param>
    /// <param name="group">Group id.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, uint owner, uint group) =>
        FreeBsdSystemCall.Fchown(target).Argument(file).Argument(owner).Argument(group);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="owner">User id.</param>
    /// <param name="group">Group id.</param>
    /// <exception cref="NativeException">EPERM, EROFS and what else chown(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand file, uint owner, uint group)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file, owner, group);
        kernel.Require(call);
    }
}
