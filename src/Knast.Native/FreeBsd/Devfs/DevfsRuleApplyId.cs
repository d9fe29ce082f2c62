using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>DEVFSIO_RAPPLYID (devfs(8)): applies a rule that is kept to a mount once.</summary>
public static class DevfsRuleApplyId
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="ruleset">The ruleset, 1 to 65535.</param>
    /// <param name="number">The rule's number.</param>
    public static SystemCall Compose(KernelTarget target, Operand devfs, ushort ruleset, ushort number) =>
        DevfsIoctl.Compose(target, devfs, DevfsRequest.RuleApplyId, ruleset, number);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="ruleset">The ruleset, 1 to 65535.</param>
    /// <param name="number">The rule's number.</param>
    /// <exception cref="NativeException">EPERM: no privilege, in a jail never; ENOENT: no such rule; ENOTTY: no devfs.</exception>
    public static void Invoke(IKernel kernel, Operand devfs, ushort ruleset, ushort number)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, devfs, ruleset, number);
        kernel.Require(call);
    }
}
