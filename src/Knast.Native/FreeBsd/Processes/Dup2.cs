using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>dup2(2): makes a descriptor another number. Only in programs. EBADF.</summary>
public static class Dup2
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="number">The number; what it stands for is closed.</param>
    public static SystemCall Compose(KernelTarget target, Operand descriptor, Operand number) =>
        FreeBsdSystemCall.Dup2(target).Argument(descriptor).Argument(number);
}
