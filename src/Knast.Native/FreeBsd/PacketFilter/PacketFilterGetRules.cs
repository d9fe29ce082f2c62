using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCGETRULES: how many rules a list in force has.</summary>
public static class PacketFilterGetRules
{
    [AbiConstant("DIOCGETRULES")]
    private const long Request = 0xCBE04406;

    /// <summary>Makes the call. The kernel writes ticket and number into it.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="ruleset">Which list.</param>
    /// <exception cref="ArgumentException">The path of the anchor cannot be, or it is no list of rules.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, string anchor, PacketFilterRulesetType ruleset)
    {
        PacketFilterAction action = PacketFilterRulesets.ActionOf(ruleset);
        PacketFilterNames.RequireAnchor(anchor);
        SystemCall call = PacketFilterRequest.Compose(
            target, Request, device, $"DIOCGETRULES {ruleset} of {PacketFilterRequest.Describe(anchor)}", PfiocRuleLayout.Size);
        Span<byte> request = call.Bytes(PacketFilterRequest.Block);
        FixedText.Write(request.Slice(PfiocRuleLayout.Anchor, PacketFilterNames.AnchorPathSize), anchor, "The anchor");
        request[PfiocRuleLayout.Rule + PfRuleLayout.Action] = (byte)action;
        return call;
    }

    /// <summary>Asks how many rules there are.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="ruleset">Which list.</param>
    /// <returns>Their number, and the ticket by which they are read until the list changes.</returns>
    /// <exception cref="NativeException">EINVAL: there is no such anchor.</exception>
    public static (uint Ticket, int Count) Invoke(IKernel kernel, Operand device, string anchor, PacketFilterRulesetType ruleset)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, anchor, ruleset);
        kernel.Require(call);
        ReadOnlySpan<byte> answer = call.Bytes(PacketFilterRequest.Block);
        return (BinaryPrimitives.ReadUInt32LittleEndian(answer[PfiocRuleLayout.Ticket..]),
            BinaryPrimitives.ReadInt32LittleEndian(answer[PfiocRuleLayout.Number..]));
    }

    /// <summary>Reads all rules of a list, with the addresses of their pools.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="ruleset">Which list.</param>
    /// <exception cref="NativeException">EINVAL: there is no such anchor. EBUSY: the list changed meanwhile.</exception>
    public static IReadOnlyList<PacketFilterRule> ReadAll(IKernel kernel, Operand device, string anchor, PacketFilterRulesetType ruleset)
    {
        (uint ticket, int count) = Invoke(kernel, device, anchor, ruleset);
        var rules = new List<PacketFilterRule>(Math.Clamp(count, 0, 1024));
        for (int number = 0; number < count; number++)
        {
            PacketFilterRule rule = PacketFilterGetRule.Invoke(kernel, device, anchor, ruleset, ticket, number);
            rules.Add(rule with
            {
                Pool = rule.Pool with { Addresses = PacketFilterGetAddresses.ReadAll(kernel, device, anchor, ticket, rule) },
            });
        }

        return rules;
    }
}
