namespace Knast.Simulation.Processes;

/// <summary>A resource limit (struct rlimit).</summary>
internal readonly record struct ResourceLimit(long Current, long Maximum)
{
    /// <summary>RLIM_INFINITY.</summary>
    public const long Infinity = long.MaxValue;
}
