using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>rctl_remove_rule(2): removes all rules that a filter matches.</summary>
public static class RctlRemoveRule
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="filter">The filter.</param>
    public static SystemCall Compose(KernelTarget target, RctlRule filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return RctlText.Arguments(FreeBsdSystemCall.RctlRemoveRule(target), filter.ToString(), 0);
    }

    /// <summary>Removes rules.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="filter">The filter.</param>
    /// <returns>Whether there were any (ESRCH: there were none).</returns>
    /// <exception cref="NativeException">
    /// ENOSYS: accounting is off (<c>kern.racct.enable</c>); EINVAL: no filter; EPERM: no privilege.
    /// </exception>
    public static bool Invoke(IKernel kernel, RctlRule filter)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, filter);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed || (result.Code() == ErrorCode.ESRCH ? false : throw RctlText.Explain(result, call));
    }
}
