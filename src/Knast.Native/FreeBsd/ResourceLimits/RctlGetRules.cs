using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>rctl_get_rules(2): the rules that a filter matches.</summary>
public static class RctlGetRules
{
    /// <summary>Makes the call. The answer is block 1.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="room">Bytes for the answer.</param>
    public static SystemCall Compose(KernelTarget target, RctlRule filter, int room)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return RctlText.Arguments(FreeBsdSystemCall.RctlGetRules(target), filter.ToString(), room);
    }

    /// <summary>Asks for the rules.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="filter">The filter.</param>
    /// <exception cref="NativeException">
    /// ENOSYS: accounting is off (<c>kern.racct.enable</c>); EINVAL: no filter; EPERM: no privilege.
    /// </exception>
    /// <exception cref="FormatException">The kernel wrote what is no rule.</exception>
    public static IReadOnlyList<RctlRule> Invoke(IKernel kernel, RctlRule filter)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return [.. RctlText.Ask(kernel, room => Compose(kernel.Target, filter, room)).Select(RctlRule.Parse)];
    }
}
