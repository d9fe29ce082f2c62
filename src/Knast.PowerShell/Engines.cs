using System.Collections.Concurrent;
using Knast.Images.Compression;
using Knast.Native.Kernel;
using Knast.PowerShell.Narration;
using Knast.Runtime;
using Knast.Runtime.State;

namespace Knast.PowerShell;

/// <summary>One engine for each root, for all runspaces of the process.</summary>
internal static class Engines
{
    private static readonly ConcurrentDictionary<EngineOptions, ContainerEngine> Opened = new();

    // The assembly is loaded when a kernel is asked for that is simulated.
    static Engines() => KernelSelection.Register(
        "simulated", static name => DependencyLoader.Get<IKernelKind>("Knast.Simulation", "Knast.Simulation.SimulatedKernelKind").Open(name));

    public static ContainerEngine Open(string? root) => Opened.GetOrAdd(EngineOptions.For(root), static options => ContainerEngine.Open(options, KernelSelection.Open(), Catalogues));

    private static ICatalogueProvider Catalogues() =>
        DependencyLoader.Get<ICatalogueProvider>("Knast.Catalogue", "Knast.Catalogue.LiteDbCatalogueProvider");

    /// <summary>An engine that tells of all that it asks of the kernel.</summary>
    public static ContainerEngine OpenNarrated(string? root, INarrator narrator)
    {
        ContainerEngine silent = Open(root);
        return ContainerEngine.Open(silent.Options, new NarratedKernel(silent.Kernel, narrator), Catalogues);
    }
}
