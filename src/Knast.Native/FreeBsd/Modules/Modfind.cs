using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Modules;

/// <summary>modfind(2): whether the kernel has a module, loaded or compiled in.</summary>
public static class Modfind
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="name">The module's name, such as <c>pf</c>, <c>nullfs</c>, <c>if_epair</c>, <c>linux64elf</c>.</param>
    public static SystemCall Compose(KernelTarget target, KernelText name) => FreeBsdSystemCall.Modfind(target).Argument(name);

    /// <summary>Looks for a module.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The module's name.</param>
    /// <returns>Its id; null where there is none (ENOENT).</returns>
    /// <exception cref="NativeException">ENAMETOOLONG, EFAULT.</exception>
    public static int? Invoke(IKernel kernel, KernelText name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, name);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed ? (int)result.Value : result.Code() == ErrorCode.ENOENT ? null : throw result.ToException(call);
    }
}
