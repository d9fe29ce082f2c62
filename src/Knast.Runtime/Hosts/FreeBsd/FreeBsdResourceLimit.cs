using Knast.Native.FreeBsd.ResourceLimits;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>Resource limits by their POSIX and FreeBSD names (setrlimit(2)).</summary>
internal static class FreeBsdResourceLimit
{
    private static readonly Dictionary<string, ResourceKind> Kinds = new()
    {
        ["RLIMIT_CPU"] = ResourceKind.Cpu,
        ["RLIMIT_FSIZE"] = ResourceKind.FileSize,
        ["RLIMIT_DATA"] = ResourceKind.Data,
        ["RLIMIT_STACK"] = ResourceKind.Stack,
        ["RLIMIT_CORE"] = ResourceKind.Core,
        ["RLIMIT_RSS"] = ResourceKind.ResidentSet,
        ["RLIMIT_MEMLOCK"] = ResourceKind.LockedMemory,
        ["RLIMIT_NPROC"] = ResourceKind.Processes,
        ["RLIMIT_NOFILE"] = ResourceKind.OpenFiles,
        ["RLIMIT_SBSIZE"] = ResourceKind.SocketBuffers,
        ["RLIMIT_AS"] = ResourceKind.AddressSpace,
        ["RLIMIT_VMEM"] = ResourceKind.AddressSpace,
        ["RLIMIT_NPTS"] = ResourceKind.PseudoTerminals,
        ["RLIMIT_SWAP"] = ResourceKind.Swap,
        ["RLIMIT_KQUEUES"] = ResourceKind.Kqueues,
        ["RLIMIT_UMTXP"] = ResourceKind.SharedLocks,
    };

    /// <summary>The kernel's kind.</summary>
    /// <exception cref="KnastException"><c>ResourceLimitUnknown</c>.</exception>
    public static ResourceKind ToKind(string name) => Kinds.TryGetValue(name, out ResourceKind kind)
        ? kind
        : throw new KnastException(
            "ResourceLimitUnknown", KnastErrorKind.InvalidArgument, $"FreeBSD has no resource limit \"{name}\".", name, $"Known are: {string.Join(", ", Kinds.Keys)}.");
}
