namespace Knast.Simulation.Processes;

/// <summary>How far a process's life has come.</summary>
internal enum ProcessState
{
    /// <summary>It runs, waits or is stopped.</summary>
    Alive,

    /// <summary>It has ended and nobody has asked how.</summary>
    Zombie,

    /// <summary>It is gone.</summary>
    Reaped,
}
