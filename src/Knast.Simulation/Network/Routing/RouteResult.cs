namespace Knast.Simulation.Network.Routing;

/// <summary>What a request about routes did or found.</summary>
/// <param name="Table">The table.</param>
/// <param name="Entry">The route.</param>
/// <param name="Hop">The way.</param>
internal sealed record RouteResult(RouteTable Table, RouteEntry Entry, NextHop Hop)
{
    /// <summary>The way's number.</summary>
    public int Number { get; init; } = Table.NextHops.NumberOf(Hop);

    public uint Weight { get; init; } = Entry.Hops.Find(one => one.Hop == Hop).Weight is > 0 and uint weight ? weight : 1;
}
