using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>setns(2): enters a namespace. Only in programs.</summary>
public static class Setns
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="descriptor">An open /proc/PID/ns file.</param>
    /// <param name="kind">The kind that it must be.</param>
    public static SystemCall Compose(KernelTarget target, Operand descriptor, NamespaceFlags kind) =>
        LinuxSystemCall.Setns(target).Argument(descriptor).Argument((long)kind);
}
