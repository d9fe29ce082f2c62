namespace Knast.Simulation.Processes;

/// <summary>A child that was waited for.</summary>
/// <param name="Pid">Its identifier.</param>
/// <param name="Status">How it ended or stopped.</param>
/// <param name="User">Its real user.</param>
internal sealed record Waited(int Pid, int Status, uint User);
