using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>unshare(2): leaves namespaces for new ones. Only in programs.</summary>
public static class Unshare
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="flags">The kinds.</param>
    public static SystemCall Compose(KernelTarget target, NamespaceFlags flags) =>
        LinuxSystemCall.Unshare(target).Argument((long)flags);
}
