using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Which connections are meant. All that is said must be so; a match that says nothing means every one.</summary>
public sealed record PacketFilterStateMatch
{
    /// <summary>The number of one connection; then nothing else matters.</summary>
    public ulong Id { get; init; }

    /// <summary>The number of the machine that made it; 0 for this one.</summary>
    public uint Creator { get; init; }

    /// <summary>The address family.</summary>
    public InternetFamily Family { get; init; }

    /// <summary>The protocol.</summary>
    public InternetProtocol Protocol { get; init; }

    /// <summary>Where the first packet came from: a network or an address, as the network sees it.</summary>
    public PacketFilterEndpoint Source { get; init; } = PacketFilterEndpoint.Any;

    /// <summary>Where it went.</summary>
    public PacketFilterEndpoint Destination { get; init; } = PacketFilterEndpoint.Any;

    /// <summary>The interface.</summary>
    public string Interface { get; init; } = "";

    /// <summary>The label of the rule that let it pass.</summary>
    public string Label { get; init; } = "";

    /// <summary>Whether the states of the same packets on other interfaces are meant too.</summary>
    public bool IncludesOtherInterfaces { get; init; }

    /// <summary>The list that the kernel takes.</summary>
    /// <exception cref="ArgumentException">A name is too long.</exception>
    internal NameValueList ToNameValues() => new()
    {
        { "cmp", new NameValueList { { "id", Id }, { "creatorid", (ulong)Creator }, { "direction", 0UL } } },
        { "af", (ulong)Family },
        { "proto", (ulong)Protocol },
        { "src", Encode(Source) },
        { "dst", Encode(Destination) },
        { "ifname", Interface },
        { "label", Label },
        { "kill_match", IncludesOtherInterfaces },
    };

    private static NameValueList Encode(PacketFilterEndpoint endpoint)
    {
        Span<byte> end = stackalloc byte[PfRuleAddrLayout.Size];
        end.Clear();
        PacketFilterAddressEncoding.Write(end, endpoint);
        return PacketFilterRuleFields.WriteEnd(end);
    }
}
