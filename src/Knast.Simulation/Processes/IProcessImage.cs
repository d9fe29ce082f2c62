namespace Knast.Simulation.Processes;

/// <summary>What a process executes.</summary>
internal interface IProcessImage
{
    /// <summary>Runs to the end, without holding the machine's gate.</summary>
    /// <returns>The exit status.</returns>
    int Run(Process process);
}
