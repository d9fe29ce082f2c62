using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>capset(2), version 3: the effective, permitted and inheritable capabilities. Only in programs.</summary>
public static class Capset
{
    // linux/capability.h: _LINUX_CAPABILITY_VERSION_3
    private const long Version = 0x20080522;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="effective">A bit for each capability.</param>
    /// <param name="permitted">A bit for each capability.</param>
    /// <param name="inheritable">A bit for each capability.</param>
    public static SystemCall Compose(KernelTarget target, ulong effective, ulong permitted, ulong inheritable)
    {
        SystemCall call = LinuxSystemCall.Capset(target);
        BlockReference header = call.AddBlock(8, BlockDirection.In);
        call.Write(header, 0, 4, Version);
        BlockReference data = call.AddBlock(24, BlockDirection.In);
        ReadOnlySpan<ulong> sets = [effective, permitted, inheritable];
        for (int index = 0; index < sets.Length; index++)
        {
            call.Write(data, index * 4, 4, (long)(sets[index] & uint.MaxValue));
            call.Write(data, 12 + (index * 4), 4, (long)(sets[index] >> 32));
        }

        return call.Argument(header).Argument(data);
    }
}
