using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>
/// DEVFSIO_SUSE (devfs(8)): makes a ruleset the one that new devices of a mount get; it is made where it is missing. It is not applied to
/// those there are.
/// </summary>
public static class DevfsRulesetUse
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="ruleset">The ruleset; 0 for none.</param>
    public static SystemCall Compose(KernelTarget target, Operand devfs, ushort ruleset) =>
        DevfsIoctl.Compose(target, devfs, DevfsRequest.RulesetUse, ruleset, BlockDirection.In);

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="ruleset">The ruleset; 0 for none.</param>
    /// <exception cref="NativeException">EPERM: no privilege, in a jail never; ENOTTY: no devfs.</exception>
    public static void Invoke(IKernel kernel, Operand devfs, ushort ruleset)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, devfs, ruleset);
        kernel.Require(call);
    }
}
