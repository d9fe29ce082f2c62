using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>
/// setgroups(2): the supplementary groups. Only in programs. Before FreeBSD 15 the first entry of the kernel's list is the effective group, so that
/// one is given too; setresgid(2) comes after it in any case. EPERM: no privilege; EINVAL: more than <c>kern.ngroups</c>.
/// </summary>
public static class Setgroups
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="effective">The effective group.</param>
    /// <param name="supplementary">The supplementary groups.</param>
    public static SystemCall Compose(KernelTarget target, uint effective, IReadOnlyList<uint> supplementary)
    {
        ArgumentNullException.ThrowIfNull(supplementary);
        uint[] groups = FreeBsdVersion.Is15(target) ? [.. supplementary] : [effective, .. supplementary];
        SystemCall call = FreeBsdSystemCall.Setgroups(target).Argument(groups.Length);
        BlockReference list = call.AddBlock(groups.Length * 4, BlockDirection.In);
        for (int index = 0; index < groups.Length; index++)
        {
            call.Write(list, index * 4, 4, groups[index]);
        }

        return call.Argument(list);
    }
}
