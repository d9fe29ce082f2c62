namespace Knast.Simulation.Processes;

/// <summary>The resource limits of a process (sys/resource.h).</summary>
internal sealed class ResourceLimitTable
{
    public const int Core = 4;
    public const int Processes = 7;
    public const int OpenFiles = 8;

    private const int Count = 16;
    private const long MostFiles = 58_000;

    private readonly ResourceLimit[] _limits = new ResourceLimit[Count];

    public ResourceLimitTable()
    {
        Array.Fill(_limits, new ResourceLimit(ResourceLimit.Infinity, ResourceLimit.Infinity));
        _limits[OpenFiles] = new ResourceLimit(MostFiles, MostFiles);
    }

    public ResourceLimit this[int resource]
    {
        get => _limits[resource];
        set => _limits[resource] = value;
    }

    public ResourceLimitTable Copy()
    {
        var copy = new ResourceLimitTable();
        _limits.CopyTo(copy._limits, 0);
        return copy;
    }
}
