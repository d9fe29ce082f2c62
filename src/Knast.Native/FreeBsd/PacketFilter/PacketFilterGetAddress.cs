using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCGETADDR: one address of the pool of a rule in force.</summary>
public static class PacketFilterGetAddress
{
    [AbiConstant("DIOCGETADDR")]
    private const long Request = 0xC4704436;

    /// <summary>Makes the call. The kernel writes the address into it.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="ticket">The ticket of <see cref="PacketFilterGetRules"/>.</param>
    /// <param name="action">What the rule does.</param>
    /// <param name="rule">The rule's place, from 0.</param>
    /// <param name="number">The address's place, from 0.</param>
    /// <exception cref="ArgumentException">The path of the anchor cannot be.</exception>
    public static SystemCall Compose(
        KernelTarget target, Operand device, string anchor, uint ticket, PacketFilterAction action, int rule, int number)
    {
        SystemCall call = PacketFilterPoolRequest.Compose(target, "DIOCGETADDR", Request, device, anchor, ticket, action, rule);
        call.Write(PacketFilterRequest.Block, PfiocPooladdrLayout.Number, 4, number);
        return call;
    }

    /// <summary>Reads an address.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="ticket">The ticket of <see cref="PacketFilterGetRules"/>.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="number">The address's place, from 0.</param>
    /// <exception cref="NativeException">EBUSY: the list changed since the ticket was given, or there is no such rule or address.</exception>
    public static PacketFilterAddress Invoke(
        IKernel kernel, Operand device, string anchor, uint ticket, PacketFilterRule rule, int number)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(rule);
        using SystemCall call = Compose(kernel.Target, device, anchor, ticket, rule.Action, rule.Number, number);
        kernel.Require(call);
        InternetFamily family = rule.Family is InternetFamily.IPv4 or InternetFamily.IPv6 ? rule.Family : InternetFamily.Unspecified;
        ReadOnlySpan<byte> answer = call.Bytes(PacketFilterRequest.Block);
        return PacketFilterAddressEncoding.Read(answer[(PfiocPooladdrLayout.PoolAddress + PfPooladdrLayout.Address)..], family);
    }
}
