using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.PacketFilter;

namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>One end of a rule: addresses and ports (struct pf_rule_addr).</summary>
internal sealed class RuleEnd(ReadOnlySpan<byte> bytes)
{
    private readonly byte[] _bytes = bytes[..PfRuleAddrLayout.Size].ToArray();

    public FilterAddress Address { get; } = new(bytes[PfRuleAddrLayout.Address..]);

    public ReadOnlySpan<byte> Bytes => _bytes;

    public bool IsNegated => _bytes[PfRuleAddrLayout.Negated] != 0;

    public PacketFilterPortOperator Operator => (PacketFilterPortOperator)_bytes[PfRuleAddrLayout.PortOperator];

    public ushort FirstPort => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(PfRuleAddrLayout.Ports));

    public ushort SecondPort => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(PfRuleAddrLayout.Ports + sizeof(ushort)));

    /// <summary>Whether the ports are a range that holds something (pf_validate_range).</summary>
    public bool IsRange => Operator switch
    {
        PacketFilterPortOperator.Range or PacketFilterPortOperator.Outside => FirstPort <= SecondPort,
        PacketFilterPortOperator.Inside => FirstPort < SecondPort,
        _ => true,
    };

    /// <summary>Whether an address is meant (pf_match_addr).</summary>
    public bool MatchesAddress(IPAddress address, Func<IPAddress, bool> hasRoute) => Address.Matches(address, hasRoute) != IsNegated;

    /// <summary>Whether a port is meant (pf_match_port); every one is where none is named.</summary>
    public bool MatchesPort(ushort port) => Operator switch
    {
        PacketFilterPortOperator.Inside => port > FirstPort && port < SecondPort,
        PacketFilterPortOperator.Outside => port < FirstPort || port > SecondPort,
        PacketFilterPortOperator.Range => port >= FirstPort && port <= SecondPort,
        PacketFilterPortOperator.Equal => port == FirstPort,
        PacketFilterPortOperator.NotEqual => port != FirstPort,
        PacketFilterPortOperator.Less => port < FirstPort,
        PacketFilterPortOperator.LessOrEqual => port <= FirstPort,
        PacketFilterPortOperator.Greater => port > FirstPort,
        PacketFilterPortOperator.GreaterOrEqual => port >= FirstPort,
        _ => true,
    };
}
