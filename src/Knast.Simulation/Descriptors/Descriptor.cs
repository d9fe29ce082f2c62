namespace Knast.Simulation.Descriptors;

/// <summary>An entry of a descriptor table.</summary>
/// <param name="File">What it refers to.</param>
/// <param name="IsCloseOnExec">Whether execve(2) closes it.</param>
internal readonly record struct Descriptor(OpenFile File, bool IsCloseOnExec);
