using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>DEVFSIO_RAPPLY (devfs(8)): applies a rule to a mount once, without keeping it.</summary>
public static class DevfsRuleApply
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="rule">The rule.</param>
    public static SystemCall Compose(KernelTarget target, Operand devfs, DevfsRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return DevfsIoctl.Compose(target, devfs, DevfsRequest.RuleApply, rule, BlockDirection.In);
    }

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="NativeException">
    /// EPERM: no privilege, in a jail never; ESRCH: the ruleset to include does not exist; ENOTTY: no devfs.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand devfs, DevfsRule rule)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, devfs, rule);
        kernel.Require(call);
    }
}
