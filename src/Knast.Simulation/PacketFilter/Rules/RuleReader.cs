using System.Buffers.Binary;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.PacketFilter.Anchors;

namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>Takes a rule over from its structure, as far as users set it (pf_rule_to_krule).</summary>
internal static class RuleReader
{
    private const int LastIcmpType = 40;
    private const int IcmpTypeShift = 8;

    // What the kernel counts or points to is not taken over.
    private static readonly Range[] s_ofKernel =
    [
        (PfRuleLayout.Destination + PfRuleAddrLayout.Size)..PfRuleLayout.Label,
        (PfRuleLayout.OverloadTable + PacketFilterNames.TableSize)..PfRuleLayout.PoolKey,
        PfRuleLayout.Evaluations..PfRuleLayout.OsFingerprint,
        (PfRuleLayout.PriorityQueueId + sizeof(uint))..PfRuleLayout.Probability,
        (PfRuleLayout.CreatorProcess + sizeof(uint))..PfRuleLayout.ReturnIcmp,
        (PfRuleLayout.MaximumSegment + sizeof(ushort))..PfRuleLayout.ScrubFlags,
        PfRuleLayout.AnchorRelative..PfRuleLayout.Flush,
        PfRuleLayout.StatesCurrent..PfRuleLayout.Size,
    ];

    private static readonly (int Offset, int Size)[] s_texts =
    [
        (PfRuleLayout.Label, PacketFilterNames.LabelSize), (PfRuleLayout.Interface, InterfaceName.FieldSize),
        (PfRuleLayout.Queue, PacketFilterNames.QueueSize), (PfRuleLayout.PriorityQueue, PacketFilterNames.QueueSize),
        (PfRuleLayout.Tag, PacketFilterNames.TagSize), (PfRuleLayout.MatchTag, PacketFilterNames.TagSize),
        (PfRuleLayout.OverloadTable, PacketFilterNames.TableSize),
    ];

    /// <summary>Refuses what cannot be a rule anywhere.</summary>
    /// <param name="rule">The structure.</param>
    /// <param name="is15">Whether the release is 15, which looks closer.</param>
    /// <exception cref="KernelError">EINVAL, EPFNOSUPPORT.</exception>
    public static void Check(ReadOnlySpan<byte> rule, bool is15)
    {
        var source = new RuleEnd(rule[PfRuleLayout.Source..]);
        var destination = new RuleEnd(rule[PfRuleLayout.Destination..]);
        KernelError.Unless(IsAddress(source.Address) && IsAddress(destination.Address), ErrorCode.EINVAL);
        foreach ((int offset, int size) in s_texts)
        {
            KernelError.Unless(rule.Slice(offset, size).Contains((byte)0), ErrorCode.EINVAL);
        }

        int icmp = BinaryPrimitives.ReadUInt16LittleEndian(rule[PfRuleLayout.ReturnIcmp..]);
        KernelError.Unless(icmp >> IcmpTypeShift <= LastIcmpType, ErrorCode.EINVAL);
        if (is15)
        {
            var family = (InternetFamily)rule[PfRuleLayout.AddressFamily];
            bool isFamily = family is InternetFamily.Unspecified or InternetFamily.IPv4 or InternetFamily.IPv6;
            KernelError.Unless(isFamily, ErrorCode.EPFNOSUPPORT);
            KernelError.Unless(source.IsRange && destination.IsRange, ErrorCode.EINVAL);
        }
    }

    /// <summary>Takes a rule over.</summary>
    public static FilterRule Read(CallContext call, VnetFilter filter, Anchor anchor, ReadOnlySpan<byte> rule)
    {
        byte[] bytes = rule[..PfRuleLayout.Size].ToArray();
        foreach (Range range in s_ofKernel)
        {
            bytes.AsSpan(range).Clear();
        }

        foreach ((int offset, int size) in s_texts)
        {
            Span<byte> text = bytes.AsSpan(offset, size);
            text[text.IndexOf((byte)0)..].Clear();
        }

        if (bytes[PfRuleLayout.Log] == 0)
        {
            bytes[PfRuleLayout.LogInterface] = 0;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(PfRuleLayout.CreatorUser), call.Process.Credentials.RealUser);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(PfRuleLayout.CreatorProcess), call.Process.Pid);
        return new FilterRule(filter, anchor, bytes);
    }

    private static bool IsAddress(FilterAddress address) => address.Kind <= PacketFilterAddressKind.Range && address.HasNoPointer;
}
