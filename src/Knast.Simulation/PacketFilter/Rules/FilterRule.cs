using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.PacketFilter.Anchors;
using Knast.Simulation.PacketFilter.Tables;

namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>A rule as it was given (struct pf_rule), and what it holds on to.</summary>
internal sealed class FilterRule
{
    private readonly VnetFilter _filter;
    private readonly byte[] _bytes;
    private FilterTable? _overload;

    /// <summary>Takes one over; it holds on to nothing yet.</summary>
    /// <param name="filter">The packet filter.</param>
    /// <param name="anchor">Where the rule is going to be.</param>
    /// <param name="bytes">The structure, without what users do not set.</param>
    public FilterRule(VnetFilter filter, Anchor anchor, byte[] bytes)
    {
        _filter = filter;
        _bytes = bytes;
        Anchor = anchor;
        Source = new RuleEnd(bytes.AsSpan(PfRuleLayout.Source, PfRuleAddrLayout.Size));
        Destination = new RuleEnd(bytes.AsSpan(PfRuleLayout.Destination, PfRuleAddrLayout.Size));
    }

    public Anchor Anchor { get; }

    /// <summary>Its place in its list.</summary>
    public uint Number { get; private set; }

    public RuleEnd Source { get; }

    public RuleEnd Destination { get; }

    public IReadOnlyList<PoolEntry> Pool { get; private set; } = [];

    /// <summary>The anchor that it calls, where it does.</summary>
    public AnchorCall? Call { get; private set; }

    public RuleCounters Counters { get; } = new();

    public PacketFilterAction Action => (PacketFilterAction)_bytes[PfRuleLayout.Action];

    public PacketFilterDirection Direction => (PacketFilterDirection)_bytes[PfRuleLayout.Direction];

    public InternetFamily Family => (InternetFamily)_bytes[PfRuleLayout.AddressFamily];

    public InternetProtocol Protocol => (InternetProtocol)_bytes[PfRuleLayout.Protocol];

    public bool IsQuick => _bytes[PfRuleLayout.Quick] != 0;

    public bool KeepsState => _bytes[PfRuleLayout.KeepState] != 0;

    public PacketFilterRuleFlags Flags => (PacketFilterRuleFlags)BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(PfRuleLayout.RuleFlags));

    public string Interface => FixedText.Read(_bytes.AsSpan(PfRuleLayout.Interface, InterfaceName.FieldSize));

    public bool IsInterfaceNegated => _bytes[PfRuleLayout.InterfaceNegated] != 0;

    public string Label => FixedText.Read(_bytes.AsSpan(PfRuleLayout.Label, PacketFilterNames.LabelSize));

    public string MatchTag => FixedText.Read(_bytes.AsSpan(PfRuleLayout.MatchTag, PacketFilterNames.TagSize));

    public bool IsMatchTagNegated => _bytes[PfRuleLayout.MatchTagNegated] != 0;

    public TcpFlags TcpFlags => (TcpFlags)_bytes[PfRuleLayout.TcpFlags];

    public TcpFlags TcpFlagsMask => (TcpFlags)_bytes[PfRuleLayout.TcpFlagsMask];

    /// <summary>The structure; counters and numbers are not in it.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Takes its tables, its anchor and its pool.</summary>
    /// <param name="anchorCall">What it calls, or nothing.</param>
    /// <exception cref="KernelError">EINVAL: the anchor cannot be called.</exception>
    public void Attach(string anchorCall)
    {
        Source.Address.Attach(_filter, Anchor, Family);
        Destination.Address.Attach(_filter, Anchor, Family);
        if (anchorCall.Length > 0)
        {
            Call = AnchorCall.Resolve(_filter.Anchors, Anchor, anchorCall);
            Call.Target.Callers++;
            _bytes[PfRuleLayout.AnchorRelative] = Call.Levels;
            _bytes[PfRuleLayout.AnchorWildcard] = Call.IsWildcard ? (byte)1 : (byte)0;
        }

        foreach (PoolEntry entry in _filter.Pool.Entries.Where(static entry => entry.Address.Kind == PacketFilterAddressKind.Table))
        {
            entry.Address.Attach(_filter, Anchor, entry.Family);
        }

        string overload = FixedText.Read(_bytes.AsSpan(PfRuleLayout.OverloadTable, PacketFilterNames.TableSize));
        if (overload.Length > 0)
        {
            _overload = _filter.Tables.Attach(Anchor, overload);
            _overload.Flags |= PacketFilterTableFlags.Active;
        }

        Pool = _filter.Pool.Take();
    }

    /// <summary>Takes its place in a list.</summary>
    public void Place(uint number) => Number = number;

    /// <summary>Lets go of all that it holds on to.</summary>
    public void Release()
    {
        Source.Address.Release();
        Destination.Address.Release();
        foreach (PoolEntry entry in Pool)
        {
            entry.Address.Release();
        }

        if (_overload is { } overload)
        {
            _overload = null;
            _filter.Tables.Detach(overload);
        }

        if (Call is { } call)
        {
            Call = null;
            call.Target.Callers--;
            AnchorTree.RemoveIfEmpty(call.Target);
        }
    }

    /// <summary>Whether another rule says the same (pf_krule_compare): only the first address of a pool counts.</summary>
    public bool IsSameAs(FilterRule other) =>
        Content(_bytes).AsSpan().SequenceEqual(Content(other._bytes))
        && Call?.Target == other.Call?.Target
        && (Pool.Count > 0 ? Pool[0].Bytes : []).SequenceEqual(other.Pool.Count > 0 ? other.Pool[0].Bytes : []);

    // Whoever made the rule does not count.
    private static byte[] Content(byte[] bytes)
    {
        byte[] content = (byte[])bytes.Clone();
        content.AsSpan(PfRuleLayout.CreatorUser, sizeof(uint)).Clear();
        content.AsSpan(PfRuleLayout.CreatorProcess, sizeof(uint)).Clear();
        return content;
    }
}
