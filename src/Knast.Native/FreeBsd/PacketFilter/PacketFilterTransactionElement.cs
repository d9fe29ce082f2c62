namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>A list of an anchor that a transaction replaces.</summary>
/// <param name="Ruleset">Which list.</param>
/// <param name="Anchor">The anchor, such as <c>knast/web</c>; empty for the main ruleset.</param>
/// <param name="Ticket">The kernel's number for this attempt; 0 before it has begun.</param>
public readonly record struct PacketFilterTransactionElement(PacketFilterRulesetType Ruleset, string Anchor, uint Ticket = 0);
