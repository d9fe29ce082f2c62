using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>fcntl(2): flags and copies of a descriptor.</summary>
public static class Fcntl
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="command">What to do.</param>
    /// <param name="argument">With what.</param>
    public static SystemCall Compose(KernelTarget target, Operand descriptor, FcntlCommand command, Operand argument) =>
        FreeBsdSystemCall.Fcntl(target).Argument(descriptor).Argument((long)command).Argument(argument);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="command">What to do.</param>
    /// <param name="argument">With what.</param>
    /// <returns>Flags, or the number of the copy.</returns>
    /// <exception cref="NativeException">EBADF, EMFILE, EINVAL and what else fcntl(2) lists.</exception>
    public static long Invoke(IKernel kernel, Operand descriptor, FcntlCommand command, long argument)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, descriptor, command, argument);
        return kernel.Require(call);
    }
}
