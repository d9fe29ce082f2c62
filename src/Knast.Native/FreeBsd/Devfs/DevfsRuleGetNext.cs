using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>DEVFSIO_RGETNEXT (devfs(8)): the rules of a ruleset, in their order.</summary>
public static class DevfsRuleGetNext
{
    /// <summary>Makes the call. The rule is block 0.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="ruleset">The ruleset.</param>
    /// <param name="after">The number before the one that is wanted; 0 for the first.</param>
    public static SystemCall Compose(KernelTarget target, Operand devfs, ushort ruleset, ushort after) =>
        DevfsIoctl.Compose(target, devfs, DevfsRequest.RuleGetNext, new DevfsRule(ruleset, after), BlockDirection.InOut);

    /// <summary>Asks for one rule.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="ruleset">The ruleset.</param>
    /// <param name="after">The number before the one that is wanted; 0 for the first.</param>
    /// <returns>Null where there is none left, or no such ruleset (ENOENT).</returns>
    /// <exception cref="NativeException">EPERM: no privilege; ENOTTY: no devfs.</exception>
    public static DevfsRule? Invoke(IKernel kernel, Operand devfs, ushort ruleset, ushort after)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, devfs, ruleset, after);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed ? DevfsRule.Read(call.Bytes(DevfsIoctl.ArgumentBlock))
            : result.Code() == ErrorCode.ENOENT ? null
            : throw result.ToException(call);
    }

    /// <summary>All rules of a ruleset.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="ruleset">The ruleset.</param>
    /// <returns>Empty where there is no such ruleset.</returns>
    /// <exception cref="NativeException">EPERM: no privilege; ENOTTY: no devfs.</exception>
    public static IReadOnlyList<DevfsRule> List(IKernel kernel, Operand devfs, ushort ruleset)
    {
        var rules = new List<DevfsRule>();
        ushort last = 0;
        while (Invoke(kernel, devfs, ruleset, last) is { } rule && rule.Number > last)
        {
            rules.Add(rule);
            last = rule.Number;
        }

        return rules;
    }
}
