using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCADDRULE: adds a rule to a list that a transaction replaces. It is in force only after the commit.</summary>
public static class PacketFilterAddRule
{
    [AbiConstant("DIOCADDRULE")]
    private const long Request = 0xCBE04404;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="ticket">The ticket of the list that the rule belongs in.</param>
    /// <param name="poolTicket">The ticket of <see cref="PacketFilterBeginAddresses"/>.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="ArgumentException">The path of the anchor cannot be, or a name is too long.</exception>
    public static SystemCall Compose(
        KernelTarget target, Operand device, string anchor, uint ticket, uint poolTicket, PacketFilterRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        PacketFilterNames.RequireAnchor(anchor);
        SystemCall call = PacketFilterRequest.Compose(
            target, Request, device, $"DIOCADDRULE {rule.Action} in {PacketFilterRequest.Describe(anchor)}", PfiocRuleLayout.Size);
        Span<byte> request = call.Bytes(PacketFilterRequest.Block);
        FixedText.Write(request.Slice(PfiocRuleLayout.Anchor, PacketFilterNames.AnchorPathSize), anchor, "The anchor");
        FixedText.Write(request.Slice(PfiocRuleLayout.AnchorCall, PacketFilterNames.AnchorPathSize), rule.AnchorCall, "The anchor");
        PacketFilterRuleEncoding.Encode(request[PfiocRuleLayout.Rule..], rule);
        call.Write(PacketFilterRequest.Block, PfiocRuleLayout.Ticket, 4, ticket);
        call.Write(PacketFilterRequest.Block, PfiocRuleLayout.PoolTicket, 4, poolTicket);
        return call;
    }

    /// <summary>Adds a rule.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="ticket">The ticket of the list that the rule belongs in.</param>
    /// <param name="poolTicket">The ticket of <see cref="PacketFilterBeginAddresses"/>.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="NativeException">
    /// EBUSY: a ticket is not the latest, or there is no such routing table or queue. EINVAL: there is no such anchor, the rule translates without a
    /// pool, or its ports are in the wrong order (15). EEXIST: the same rule is in the list (15). ENOMEM. EACCES.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand device, string anchor, uint ticket, uint poolTicket, PacketFilterRule rule)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, anchor, ticket, poolTicket, rule);
        kernel.Require(call);
    }
}
