using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.PacketFilter.Anchors;
using Knast.Simulation.PacketFilter.Rules;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>Rules: added to what a transaction gathers, counted and read from what counts (struct pfioc_rule).</summary>
internal static class RuleRequests
{
    /// <summary>DIOCADDRULE.</summary>
    /// <exception cref="KernelError">EINVAL: what cannot be, an unknown anchor, a pool that is empty; EBUSY: a ticket is old; EEXIST: 15 wants no rule twice.</exception>
    public static void Add(CallContext call, VnetFilter filter, byte[] data)
    {
        ReadOnlySpan<byte> bytes = data.AsSpan(PfiocRuleLayout.Rule, PfRuleLayout.Size);
        RuleReader.Check(bytes, filter.Is15);
        Anchor anchor = filter.Anchors.Find(AnchorOf(data)) ?? throw new KernelError(ErrorCode.EINVAL);
        RuleList list = anchor.List(RulesetNumber.Of(bytes[PfRuleLayout.Action])) ?? throw new KernelError(ErrorCode.EINVAL);
        KernelError.Unless(Number(data, PfiocRuleLayout.Ticket) == list.InactiveTicket, ErrorCode.EBUSY);
        KernelError.Unless(Number(data, PfiocRuleLayout.PoolTicket) == filter.Pool.Ticket, ErrorCode.EBUSY);
        KernelError.Unless(list.IsOpen || !filter.Is15, ErrorCode.EINVAL);
        RuleChecks.RequireTable(filter.Vnet, bytes);
        RuleChecks.RequireDirection(bytes);
        FilterRule rule = RuleReader.Read(call, filter, anchor, bytes);
        try
        {
            rule.Attach(FixedText.Read(data.AsSpan(PfiocRuleLayout.AnchorCall, PacketFilterNames.AnchorPathSize)));
            RuleChecks.RequireWhole(rule);
            if (filter.Is15)
            {
                RuleChecks.RequireStateOfSticky(rule);
                KernelError.Unless(!list.Inactive.Exists(rule.IsSameAs), ErrorCode.EEXIST);
            }
        }
        catch (KernelError)
        {
            rule.Release();
            throw;
        }

        rule.Place((uint)list.Inactive.Count);
        list.Inactive.Add(rule);
    }

    /// <summary>DIOCGETRULES.</summary>
    /// <exception cref="KernelError">EINVAL: no such anchor or list.</exception>
    public static void Count(CallContext call, VnetFilter filter, byte[] data)
    {
        Anchor anchor = filter.Anchors.Find(AnchorOf(data)) ?? throw new KernelError(ErrorCode.EINVAL);
        byte action = data[PfiocRuleLayout.Rule + PfRuleLayout.Action];
        RuleList list = anchor.List(RulesetNumber.Of(action)) ?? throw new KernelError(ErrorCode.EINVAL);
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(PfiocRuleLayout.Number), (uint)list.Active.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(PfiocRuleLayout.Ticket), list.ActiveTicket);
    }

    /// <summary>DIOCGETRULENV.</summary>
    /// <exception cref="KernelError">EBADMSG, EACCES; ENOENT: no such anchor; EINVAL: no such list; EBUSY: no such rule, or the ticket is old.</exception>
    public static void Get(CallContext call, VnetFilter filter, byte[] data)
    {
        NameValueList request = NameValueArgument.Read(call, data);
        bool isWhole = request.TryGet("anchor", out string? path) & request.TryGet("ruleset", out ulong action)
            & request.TryGet("ticket", out ulong ticket) & request.TryGet("nr", out ulong number);
        KernelError.Unless(isWhole, ErrorCode.EBADMSG);
        bool clears = request.Boolean("clear_counter");
        KernelError.Unless(!clears || call.File(0).CanWrite, ErrorCode.EACCES);
        Anchor anchor = filter.Anchors.Find(path!) ?? throw new KernelError(ErrorCode.ENOENT);
        RuleList list = anchor.List(RulesetNumber.Of((byte)action)) ?? throw new KernelError(ErrorCode.EINVAL);
        int index = list.Active.FindIndex(rule => (int)rule.Number == (int)number);
        KernelError.Unless(ticket == list.ActiveTicket && index >= 0, ErrorCode.EBUSY);
        FilterRule rule = list.Active[index];
        NameValueArgument.Answer(call, data, new NameValueList
        {
            { "nr", (ulong)(int)number },
            { "rule", RuleNameValues.Write(rule, SkipSteps.Of(list.Active, index, filter.Is15), filter.Is15) },
            { "anchor_call", rule.Call?.Describe(anchor) ?? "" },
        });
        if (clears)
        {
            rule.Counters.Clear();
        }
    }

    private static string AnchorOf(byte[] data) => FixedText.Read(data.AsSpan(PfiocRuleLayout.Anchor, PacketFilterNames.AnchorPathSize - 1));

    private static uint Number(byte[] data, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(offset));
}
