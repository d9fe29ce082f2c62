using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Devfs;

/// <summary>ioctl(2) on an open directory of a devfs mount, with its argument as block 0.</summary>
internal static class DevfsIoctl
{
    /// <summary>The block with the argument.</summary>
    public static BlockReference ArgumentBlock { get; } = new(0);

    /// <summary>Makes a call with a rule.</summary>
    public static SystemCall Compose(KernelTarget target, Operand devfs, DevfsRequest request, DevfsRule rule, BlockDirection direction)
    {
        SystemCall call = Rent(target, devfs, request, DevfsRuleLayout.Size, direction, rule.ToString());
        rule.Write(call.Bytes(ArgumentBlock));
        return call;
    }

    /// <summary>Makes a call with a rule's number.</summary>
    public static SystemCall Compose(KernelTarget target, Operand devfs, DevfsRequest request, ushort ruleset, ushort number)
    {
        SystemCall call = Rent(target, devfs, request, 4, BlockDirection.In, $"rule {ruleset}:{number}");
        call.Write(ArgumentBlock, 0, 4, DevfsRule.Id(ruleset, number));
        return call;
    }

    /// <summary>Makes a call with a ruleset.</summary>
    public static SystemCall Compose(KernelTarget target, Operand devfs, DevfsRequest request, ushort ruleset, BlockDirection direction)
    {
        SystemCall call = Rent(target, devfs, request, 2, direction, $"ruleset {ruleset}");
        call.Write(ArgumentBlock, 0, 2, ruleset);
        return call;
    }

    private static SystemCall Rent(KernelTarget target, Operand devfs, DevfsRequest request, int length, BlockDirection direction, string subject)
    {
        SystemCall call = FreeBsdSystemCall.Ioctl(target).Argument(devfs).Argument((long)request);
        call.Subject = $"devfs {request}, {subject}";
        return call.Argument(call.AddBlock(length, direction));
    }
}
