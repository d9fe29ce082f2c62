using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Modules;

/// <summary>kldload(2): loads a kernel module.</summary>
public static class Kldload
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The module, such as <c>pf</c> or <c>linux64</c>, or a path.</param>
    public static SystemCall Compose(KernelTarget target, KernelText file) =>
        FreeBsdSystemCall.Kldload(target).Argument(file);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The module, such as <c>pf</c> or <c>linux64</c>, or a path.</param>
    /// <returns>Its file id.</returns>
    /// <exception cref="NativeException">
    /// EEXIST: it is loaded; ENOENT: there is none, or one that it needs; ENOEXEC: it is for another kernel; EPERM: no privilege, in a
    /// jail, or at a raised securelevel.
    /// </exception>
    public static int Invoke(IKernel kernel, KernelText file)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file);
        return (int)kernel.Require(call);
    }
}
