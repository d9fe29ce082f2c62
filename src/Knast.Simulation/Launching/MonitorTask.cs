namespace Knast.Simulation.Launching;

/// <summary>The operands of a monitor record. Descriptors are -1 where there is none.</summary>
internal sealed record MonitorTask(int Child, int Output, int Error, int Log, int Directory, ulong LogLimit, int RotatedLogs);
