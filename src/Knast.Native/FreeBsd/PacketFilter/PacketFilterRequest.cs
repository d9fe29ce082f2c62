using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What the ioctls of <c>/dev/pf</c> have in common: one structure that the kernel reads and writes.</summary>
internal static class PacketFilterRequest
{
    /// <summary>The block with the structure.</summary>
    public static BlockReference Block { get; } = new(0);

    /// <summary>The block that the structure points to.</summary>
    public static BlockReference Buffer { get; } = new(1);

    /// <summary>Makes a request.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="code">The request's number.</param>
    /// <param name="device">The open device.</param>
    /// <param name="subject">What it acts on, for messages.</param>
    /// <param name="length">The structure's bytes; 0 where there is none.</param>
    public static SystemCall Compose(KernelTarget target, long code, Operand device, string subject, int length)
    {
        SystemCall call = FreeBsdSystemCall.Ioctl(target);
        call.Subject = subject;
        call.Argument(device).Argument(code);
        return length == 0 ? call.Argument(0) : call.Argument(call.AddBlock(length, BlockDirection.InOut));
    }

    /// <summary>An anchor as messages name it.</summary>
    public static string Describe(string anchor) => anchor.Length == 0 ? "main ruleset" : $"anchor {anchor}";
}
