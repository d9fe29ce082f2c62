using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCGETADDRS: how many addresses the pool of a rule in force has.</summary>
public static class PacketFilterGetAddresses
{
    [AbiConstant("DIOCGETADDRS")]
    private const long Request = 0xC4704435;

    /// <summary>Makes the call. The kernel writes the number into it.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="ticket">The ticket of <see cref="PacketFilterGetRules"/>.</param>
    /// <param name="action">What the rule does.</param>
    /// <param name="rule">The rule's place, from 0.</param>
    /// <exception cref="ArgumentException">The path of the anchor cannot be.</exception>
    public static SystemCall Compose(
        KernelTarget target, Operand device, string anchor, uint ticket, PacketFilterAction action, int rule) =>
        PacketFilterPoolRequest.Compose(target, "DIOCGETADDRS", Request, device, anchor, ticket, action, rule);

    /// <summary>Asks how many addresses there are.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="ticket">The ticket of <see cref="PacketFilterGetRules"/>.</param>
    /// <param name="action">What the rule does.</param>
    /// <param name="rule">The rule's place, from 0.</param>
    /// <exception cref="NativeException">EBUSY: there is no such rule.</exception>
    public static int Invoke(IKernel kernel, Operand device, string anchor, uint ticket, PacketFilterAction action, int rule)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, anchor, ticket, action, rule);
        kernel.Require(call);
        return BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(PacketFilterRequest.Block)[PfiocPooladdrLayout.Number..]);
    }

    /// <summary>Reads all addresses of a rule's pool.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="ticket">The ticket of <see cref="PacketFilterGetRules"/>.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="NativeException">EBUSY: the list changed since the ticket was given.</exception>
    public static IReadOnlyList<PacketFilterAddress> ReadAll(
        IKernel kernel, Operand device, string anchor, uint ticket, PacketFilterRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        int count = Invoke(kernel, device, anchor, ticket, rule.Action, rule.Number);
        var addresses = new List<PacketFilterAddress>(Math.Clamp(count, 0, 1024));
        for (int number = 0; number < count; number++)
        {
            addresses.Add(PacketFilterGetAddress.Invoke(kernel, device, anchor, ticket, rule, number));
        }

        return addresses;
    }
}
