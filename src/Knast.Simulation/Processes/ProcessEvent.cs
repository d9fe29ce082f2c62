namespace Knast.Simulation.Processes;

/// <summary>Something that happened to a process.</summary>
/// <param name="Kind">What.</param>
/// <param name="Process">To which.</param>
/// <param name="Child">The child, after a fork.</param>
internal readonly record struct ProcessEvent(ProcessEventKind Kind, Process Process, Process? Child);
