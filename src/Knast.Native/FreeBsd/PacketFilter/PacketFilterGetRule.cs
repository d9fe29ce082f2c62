using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCGETRULENV: a rule in force, without the addresses of its pool.</summary>
public static class PacketFilterGetRule
{
    [AbiConstant("DIOCGETRULENV")]
    private const long Request = 0xC0184407;

    /// <summary>Makes the call. The kernel writes a list of names and values into its second block.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="ruleset">Which list.</param>
    /// <param name="ticket">The ticket of <see cref="PacketFilterGetRules"/>.</param>
    /// <param name="number">The rule's place, from 0.</param>
    /// <param name="capacity">Bytes for the list.</param>
    /// <exception cref="ArgumentException">The path of the anchor cannot be, or it is no list of rules.</exception>
    public static SystemCall Compose(
        KernelTarget target, Operand device, string anchor, PacketFilterRulesetType ruleset, uint ticket, int number, int capacity) =>
        NameValueRequest.Compose(
            target, Request, device, Describe(anchor, ruleset, number), List(anchor, ruleset, ticket, number), capacity);

    /// <summary>Reads a rule.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="ruleset">Which list.</param>
    /// <param name="ticket">The ticket of <see cref="PacketFilterGetRules"/>.</param>
    /// <param name="number">The rule's place, from 0.</param>
    /// <exception cref="NativeException">ENOENT: there is no such anchor. EBUSY: the list changed since the ticket was given, or has no such rule.</exception>
    public static PacketFilterRule Invoke(
        IKernel kernel, Operand device, string anchor, PacketFilterRulesetType ruleset, uint ticket, int number) =>
        PacketFilterRuleEncoding.Decode(NameValueRequest.Invoke(
            kernel, Request, device, Describe(anchor, ruleset, number), List(anchor, ruleset, ticket, number)));

    private static NameValueList List(string anchor, PacketFilterRulesetType ruleset, uint ticket, int number)
    {
        PacketFilterNames.RequireAnchor(anchor);

        // What the kernel calls the ruleset is an action that belongs in it.
        return new NameValueList
        {
            { "anchor", anchor },
            { "ruleset", (ulong)PacketFilterRulesets.ActionOf(ruleset) },
            { "ticket", (ulong)ticket },
            { "nr", (ulong)number },
        };
    }

    private static string Describe(string anchor, PacketFilterRulesetType ruleset, int number) =>
        $"DIOCGETRULENV {ruleset} {number} of {PacketFilterRequest.Describe(anchor)}";
}
