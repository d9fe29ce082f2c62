using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>
/// setrlimit(2): a limit of the process and of those that it starts. Only in programs. EPERM: above the hard limit without privilege.
/// </summary>
public static class Setrlimit
{
    /// <summary>No limit (RLIM_INFINITY).</summary>
    [AbiConstant("RLIM_INFINITY")]
    public const ulong Infinity = 0x7FFFFFFFFFFFFFFF;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="resource">Which.</param>
    /// <param name="soft">The limit that counts.</param>
    /// <param name="hard">Up to where the process may raise it.</param>
    public static SystemCall Compose(KernelTarget target, ResourceKind resource, ulong soft, ulong hard)
    {
        SystemCall call = FreeBsdSystemCall.Setrlimit(target).Argument((long)resource);
        BlockReference limits = call.AddBlock(RlimitLayout.Size, BlockDirection.In);
        call.Write(limits, RlimitLayout.Current, 8, (long)Math.Min(soft, Infinity));
        call.Write(limits, RlimitLayout.Maximum, 8, (long)Math.Min(hard, Infinity));
        return call.Argument(limits);
    }
}
