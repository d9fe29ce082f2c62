namespace Knast.Simulation.Processes;

/// <summary>Unwinds the thread of a process that is to end.</summary>
internal sealed class ProcessEnded(int waitStatus) : Exception
{
    public int Status { get; } = waitStatus;
}
