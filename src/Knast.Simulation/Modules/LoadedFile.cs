namespace Knast.Simulation.Modules;

/// <summary>A file with modules that is loaded (kldstat(2)).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Where it came from.</param>
internal sealed record LoadedFile(int Id, string Name, string Path)
{
    /// <summary>What is in it.</summary>
    public List<LoadedModule> Modules { get; } = [];

    public bool Holds(string module) => Modules.Exists(known => known.Name == module);
}
