using System.Collections;

namespace Knast.Simulation.ResourceLimits;

/// <summary>Sets of processors (cpuset(2)) by number.</summary>
internal sealed class ProcessorSets
{
    private readonly Dictionary<int, BitArray> _masks = [];
    private int _last = 1;

    public ProcessorSets()
    {
        _masks.Add(1, NewMask());
    }

    /// <summary>Makes one with all processors.</summary>
    public int Add()
    {
        _masks.Add(++_last, NewMask());
        return _last;
    }

    public BitArray? Find(int id) => _masks.GetValueOrDefault(id);

    private static BitArray NewMask() => new(SimulatedMachine.ProcessorCount, true);
}
