using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>rctl_add_rule(2): adds a rule. It takes the place of one that differs in nothing but its amount.</summary>
public static class RctlAddRule
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="rule">The rule.</param>
    public static SystemCall Compose(KernelTarget target, RctlRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return RctlText.Arguments(FreeBsdSystemCall.RctlAddRule(target), rule.ToString(), 0);
    }

    /// <summary>Adds a rule.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="NativeException">
    /// ENOSYS: accounting is off (<c>kern.racct.enable</c>); EINVAL: an unknown subject, resource or action, or something is missing; EOPNOTSUPP: that
    /// resource cannot be denied; ESRCH: no such process; ERANGE: too large an amount; EPERM: no privilege.
    /// </exception>
    public static void Invoke(IKernel kernel, RctlRule rule)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, rule);
        RctlText.Tell(kernel, call);
    }
}
