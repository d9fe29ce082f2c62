namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>What a rule asks of a packet, in the order in which it is asked.</summary>
internal enum FilterCondition
{
    /// <summary>The interface.</summary>
    Interface,

    /// <summary>The direction.</summary>
    Direction,

    /// <summary>The address family.</summary>
    Family,

    /// <summary>The protocol.</summary>
    Protocol,

    /// <summary>Where the packet comes from.</summary>
    SourceAddress,

    /// <summary>The port it comes from.</summary>
    SourcePort,

    /// <summary>Where it goes.</summary>
    DestinationAddress,

    /// <summary>The port it goes to.</summary>
    DestinationPort,

    /// <summary>All else, by which no rules are left out.</summary>
    Rest,
}
