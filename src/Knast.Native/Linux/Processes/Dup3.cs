using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>dup3(2): makes a descriptor number mean another open file, close-on-exec. Only in programs.</summary>
public static class Dup3
{
    private const long CloseOnExec = 0x80000;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="source">What it is to mean.</param>
    /// <param name="destination">The number.</param>
    /// <param name="isKept">Whether execve keeps it open.</param>
    public static SystemCall Compose(KernelTarget target, Operand source, int destination, bool isKept) =>
        LinuxSystemCall.Dup3(target).Argument(source).Argument(destination).Argument(isKept ? 0 : CloseOnExec);
}
