using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>chflagsat(2): sets file flags. A link is not followed, but gets them itself.</summary>
internal static class Chflagsat
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="flags"><c>UF_</c> and <c>SF_</c> bits (sys/stat.h).</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, uint flags) =>
        FreeBsdSystemCall.Chflagsat(target).Argument(directory).Argument(path).Argument(flags).Argument(AtFlags.NoFollow);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="flags"><c>UF_</c> and <c>SF_</c> bits (sys/stat.h).</param>
    /// <exception cref="NativeException">
    /// ENOENT; EPERM: <c>SF_</c> without privilege, in a jail without allow.chflags, or at a raised securelevel; EOPNOTSUPP and what else
    /// chflags(2) lists.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand directory, KernelText path, uint flags)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, flags);
        kernel.Require(call);
    }
}
