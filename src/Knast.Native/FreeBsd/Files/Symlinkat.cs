using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>symlink(2): makes a symbolic link relative to a directory.</summary>
public static class Symlinkat
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="content">What it says; not looked up.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The link's name below it.</param>
    public static SystemCall Compose(KernelTarget target, KernelText content, Operand directory, KernelText path) =>
        FreeBsdSystemCall.Symlinkat(target).Argument(content).Argument(directory).Argument(path);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="content">What it says; not looked up.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The link's name below it.</param>
    /// <exception cref="NativeException">EEXIST, ENOENT, ENAMETOOLONG and what else symlink(2) lists.</exception>
    public static void Invoke(IKernel kernel, KernelText content, Operand directory, KernelText path)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, content, directory, path);
        kernel.Require(call);
    }
}
