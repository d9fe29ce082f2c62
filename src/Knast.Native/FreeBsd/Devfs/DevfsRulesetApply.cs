using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>DEVFSIO_SAPPLY (devfs(8)): applies a ruleset to the devices that a mount has.</summary>
public static class DevfsRulesetApply
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="ruleset">The ruleset; 0 for the mount's own.</param>
    public static SystemCall Compose(KernelTarget target, Operand devfs, ushort ruleset) =>
        DevfsIoctl.Compose(target, devfs, DevfsRequest.RulesetApply, ruleset, BlockDirection.In);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="ruleset">The ruleset; 0 for the mount's own.</param>
    /// <exception cref="NativeException">EPERM: no privilege, in a jail never; ESRCH: no such ruleset; ENOTTY: no devfs.</exception>
    public static void Invoke(IKernel kernel, Operand devfs, ushort ruleset)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, devfs, ruleset);
        kernel.Require(call);
    }
}
