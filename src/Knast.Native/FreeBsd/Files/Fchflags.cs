using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>fchflags(2): sets file flags of an open file.</summary>
internal static class Fchflags
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="flags"><c>UF_</c> and <c>SF_</c> bits (sys/stat.h).</param>
    public static SystemCall Compose(KernelTarget target, Operand file, uint flags) =>
        FreeBsdSystemCall.Fchflags(target).Argument(file).Argument(flags);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="flags"><c>UF_</c> and <c>SF_</c> bits (sys/stat.h).</param>
    /// <exception cref="NativeException">
    /// EPERM: <c>SF_</c> without privilege, in a jail without allow.chflags, or at a raised securelevel; EOPNOTSUPP and what else
    /// chflags(2) lists.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand file, uint flags)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file, flags);
        kernel.Require(call);
    }
}
