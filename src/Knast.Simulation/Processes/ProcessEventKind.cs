namespace Knast.Simulation.Processes;

/// <summary>What kqueue(2) tells of a process.</summary>
internal enum ProcessEventKind
{
    /// <summary>NOTE_FORK.</summary>
    Forked,

    /// <summary>NOTE_EXEC.</summary>
    Executed,

    /// <summary>NOTE_EXIT.</summary>
    Ended,
}
