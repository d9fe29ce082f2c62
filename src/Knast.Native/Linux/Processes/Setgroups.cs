using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>setgroups(2): the supplementary groups. Only in programs.</summary>
public static class Setgroups
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="groups">Group ids.</param>
    public static SystemCall Compose(KernelTarget target, IReadOnlyList<uint> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        SystemCall call = LinuxSystemCall.Setgroups(target).Argument(groups.Count);
        BlockReference list = call.AddBlock(Math.Max(4, groups.Count * 4), BlockDirection.In);
        for (int index = 0; index < groups.Count; index++)
        {
            call.Write(list, index * 4, 4, groups[index]);
        }

        return call.Argument(list);
    }
}
