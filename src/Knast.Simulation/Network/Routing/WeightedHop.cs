namespace Knast.Simulation.Network.Routing;

/// <summary>A way among several.</summary>
/// <param name="Hop">Where to.</param>
/// <param name="Weight">Its share (rmx_weight).</param>
internal readonly record struct WeightedHop(NextHop Hop, uint Weight);
