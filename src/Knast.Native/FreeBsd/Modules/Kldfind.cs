using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Modules;

/// <summary>
/// kldfind(2): whether a file is loaded into the kernel. What is compiled into it is not found; <see cref="Modfind"/> finds that too.
/// </summary>
public static class Kldfind
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The file, such as <c>pf.ko</c>.</param>
    public static SystemCall Compose(KernelTarget target, KernelText file) => FreeBsdSystemCall.Kldfind(target).Argument(file);

    /// <summary>Looks for a file.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The file, such as <c>pf.ko</c>.</param>
    /// <returns>Its id; null where it is not loaded (ENOENT).</returns>
    /// <exception cref="NativeException">ENAMETOOLONG, EFAULT.</exception>
    public static int? Invoke(IKernel kernel, KernelText file)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed ? (int)result.Value : result.Code() == ErrorCode.ENOENT ? null : throw result.ToException(call);
    }
}
