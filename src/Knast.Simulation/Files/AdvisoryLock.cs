using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Files;

/// <summary>The locks of flock(2) on a file.</summary>
internal sealed class AdvisoryLock
{
    private readonly HashSet<OpenFile> _shared = [];
    private OpenFile? _exclusive;

    /// <summary>Takes a lock, letting go of the other kind that the same open file had.</summary>
    /// <returns>False where somebody else has it.</returns>
    public bool TryTake(OpenFile file, bool isExclusive)
    {
        bool isFree = (_exclusive is null || _exclusive == file) && (!isExclusive || _shared.All(other => other == file));
        if (isFree)
        {
            Release(file);
            if (isExclusive)
            {
                _exclusive = file;
            }
            else
            {
                _shared.Add(file);
            }
        }

        return isFree;
    }

    /// <summary>Lets go of it.</summary>
    public void Release(OpenFile file)
    {
        _shared.Remove(file);
        _exclusive = _exclusive == file ? null : _exclusive;
    }
}
