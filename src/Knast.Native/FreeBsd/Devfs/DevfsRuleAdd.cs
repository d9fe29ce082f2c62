using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>DEVFSIO_RADD (devfs(4), devfs(8)): adds a rule; its ruleset is made with its first rule.</summary>
public static class DevfsRuleAdd
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="rule">The rule.</param>
    public static SystemCall Compose(KernelTarget target, Operand devfs, DevfsRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return DevfsIoctl.Compose(target, devfs, DevfsRequest.RuleAdd, rule, BlockDirection.InOut);
    }

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="NativeException">
    /// EPERM: no privilege, in a jail never; EEXIST: the number is taken; EIO: ruleset 0 on a mount without one; ESRCH: the ruleset to
    /// include does not exist; ERANGE: no number left; ENOTTY: no devfs.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand devfs, DevfsRule rule)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, devfs, rule);
        kernel.Require(call);
    }
}
