using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>fchmod(2): sets permission bits of an open file.</summary>
internal static class Fchmod
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="mode">Permission bits with set-user-id, set-group-id and sticky.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, uint mode) =>
        FreeBsdSystemCall.Fchmod(target).Argument(file).Argument(mode);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="mode">Permission bits with set-user-id, set-group-id and sticky.</param>
    /// <exception cref="NativeException">
    /// EPERM, EROFS, EFTYPE (sticky on a file without privilege) and what else chmod(2) lists.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand file, uint mode)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file, mode);
        kernel.Require(call);
    }
}
