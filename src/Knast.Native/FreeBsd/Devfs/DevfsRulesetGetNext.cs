using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>DEVFSIO_SGETNEXT (devfs(8)): the rulesets that there are, in the order of their numbers.</summary>
public static class DevfsRulesetGetNext
{
    /// <summary>Makes the call. The number is block 0, 2 bytes.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <param name="after">The number before the one that is wanted; 0 for the first.</param>
    public static SystemCall Compose(KernelTarget target, Operand devfs, ushort after) =>
        DevfsIoctl.Compose(target, devfs, DevfsRequest.RulesetGetNext, after, BlockDirection.InOut);

    /// <summary>All rulesets.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="devfs">An open directory of a devfs mount.</param>
    /// <exception cref="NativeException">EPERM: no privilege; ENOTTY: no devfs.</exception>
    public static IReadOnlyList<ushort> List(IKernel kernel, Operand devfs)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var rulesets = new List<ushort>();
        ushort last = 0;
        while (Next(kernel, devfs, last) is { } ruleset && ruleset > last)
        {
            rulesets.Add(ruleset);
            last = ruleset;
        }

        return rulesets;
    }

    private static ushort? Next(IKernel kernel, Operand devfs, ushort after)
    {
        using SystemCall call = Compose(kernel.Target, devfs, after);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed ? BinaryPrimitives.ReadUInt16LittleEndian(call.Bytes(DevfsIoctl.ArgumentBlock))
            : result.Code() == ErrorCode.ENOENT ? null
            : throw result.ToException(call);
    }
}
