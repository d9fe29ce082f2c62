using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>prlimit64(2): the resource limits of the calling process.</summary>
public static class Prlimit
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="resource">The kernel's number of the resource (asm-generic/resource.h).</param>
    /// <param name="soft">The limit in force.</param>
    /// <param name="hard">How far it can be raised.</param>
    public static SystemCall Compose(KernelTarget target, int resource, ulong soft, ulong hard)
    {
        SystemCall call = LinuxSystemCall.Prlimit64(target);
        call.IsProgramOnly = true;
        BlockReference limit = call.AddBlock(16, BlockDirection.In);
        call.Write(limit, 0, 8, (long)soft);
        call.Write(limit, 8, 8, (long)hard);
        return call.Argument(0).Argument(resource).Argument(limit).Argument(0);
    }
}
