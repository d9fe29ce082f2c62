namespace Knast.Simulation.Processes;

/// <summary>Unwinds the thread of a process that executes something else (execve(2)).</summary>
internal sealed class ImageReplaced(IProcessImage image) : Exception
{
    public IProcessImage Image { get; } = image;
}
