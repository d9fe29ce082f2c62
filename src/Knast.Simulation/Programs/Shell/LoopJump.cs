namespace Knast.Simulation.Programs.Shell;

/// <summary>Unwinds to a loop (break, continue) or a function (return).</summary>
internal sealed class LoopJump(LoopJump.Target target, int count) : Exception
{
    /// <summary>Where to.</summary>
    internal enum Target
    {
        Break,
        Continue,
        Return,
    }

    public Target To { get; } = target;

    /// <summary>How many loops are left, or the function's status.</summary>
    public int Count { get; } = count;
}
