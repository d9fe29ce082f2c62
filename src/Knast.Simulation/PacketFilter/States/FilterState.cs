using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.PacketFilter.Matching;
using Knast.Simulation.PacketFilter.Rules;

namespace Knast.Simulation.PacketFilter.States;

/// <summary>A connection that is remembered (struct pf_kstate). Nothing is translated here, so it has the same ends on the wire and in the machine.</summary>
internal sealed class FilterState
{
    private const byte TcpSynchronizeSent = 2;
    private const byte TcpEstablished = 4;
    private const byte Single = 1;
    private const byte Multiple = 2;

    private readonly bool _isTcp;

    public FilterState(FilterRule rule, FilterRule? caller, FilterPacket packet, DateTimeOffset now)
    {
        Rule = rule;
        Caller = caller;
        Direction = packet.Direction;
        Family = packet.Family;
        Protocol = packet.Protocol;
        Key = packet.Key;
        OriginalInterface = packet.Interface.Name;
        CreatedAt = LastSeenAt = now;
        _isTcp = packet.Protocol == InternetProtocol.Tcp;
        SourceState = _isTcp ? TcpSynchronizeSent : Single;
        Timeout = StateTimeout.First(packet.Protocol);
        Packets[0] = 1;
        Bytes[0] = (ulong)packet.Length;
    }

    /// <summary>The number, given when it is added to the table.</summary>
    public ulong Id { get; set; }

    public FilterRule Rule { get; }

    /// <summary>The rule of the main ruleset that called the anchor of <see cref="Rule"/>.</summary>
    public FilterRule? Caller { get; }

    public PacketFilterDirection Direction { get; }

    public InternetFamily Family { get; }

    public InternetProtocol Protocol { get; }

    public PacketFilterStateKey Key { get; }

    public string OriginalInterface { get; }

    /// <summary>The interface that it is good for; <c>all</c> unless its rule binds it.</summary>
    public string Interface => Rule.Flags.HasFlag(PacketFilterRuleFlags.InterfaceBound) ? OriginalInterface : "all";

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset LastSeenAt { get; private set; }

    /// <summary>How far the side has come that sent the first packet.</summary>
    public byte SourceState { get; private set; }

    /// <summary>How far the other side has come.</summary>
    public byte DestinationState { get; private set; }

    /// <summary>The number of the time after which it is forgotten (PFTM_ of net/pfvar.h).</summary>
    public byte Timeout { get; private set; }

    /// <summary>First those of the way of the first packet.</summary>
    public ulong[] Packets { get; } = new ulong[2];

    /// <summary>First those of the way of the first packet.</summary>
    public ulong[] Bytes { get; } = new ulong[2];

    public DateTimeOffset ExpiresAt => LastSeenAt + StateTimeout.Seconds(Rule, Timeout);

    /// <summary>Another of its packets comes.</summary>
    public void See(FilterPacket packet, DateTimeOffset now)
    {
        bool isReply = packet.Direction != Direction;
        Packets[isReply ? 1 : 0]++;
        Bytes[isReply ? 1 : 0] += (ulong)packet.Length;
        LastSeenAt = now;
        if (_isTcp)
        {
            FollowTcp(packet, isReply);
        }
        else
        {
            FollowDatagrams(isReply);
        }
    }

    // Without sequence numbers, as pf_tcp_track_sloppy.
    private void FollowTcp(FilterPacket packet, bool isReply)
    {
        bool isAcknowledged = packet.TcpFlags.HasFlag(TcpFlags.Acknowledge);
        if (packet.TcpFlags.HasFlag(TcpFlags.Synchronize) && isReply)
        {
            DestinationState = Math.Max(DestinationState, TcpSynchronizeSent);
        }

        if (isAcknowledged && isReply && SourceState == TcpSynchronizeSent)
        {
            SourceState = TcpEstablished;
        }
        else if (isAcknowledged && !isReply && DestinationState == TcpSynchronizeSent)
        {
            DestinationState = TcpEstablished;
        }

        Timeout = StateTimeout.OfTcp(isEstablished: SourceState >= TcpEstablished && DestinationState >= TcpEstablished);
    }

    private void FollowDatagrams(bool isReply)
    {
        if (isReply)
        {
            DestinationState = Math.Max(DestinationState, Single);
            SourceState = SourceState == Single ? Multiple : SourceState;
        }
        else
        {
            SourceState = Math.Max(SourceState, Single);
            DestinationState = DestinationState == Single ? Multiple : DestinationState;
        }

        Timeout = StateTimeout.OfDatagrams(Protocol, isBothWays: SourceState == Multiple && DestinationState == Multiple);
    }
}
