namespace Knast.Simulation.Modules;

/// <summary>A module of the kernel (modstat(2)).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="File">The file that it came with.</param>
internal sealed record LoadedModule(int Id, string Name, LoadedFile File);
