using System.Collections.Concurrent;
using Knast.Images.Store;
using Knast.Runtime;

namespace Knast.PowerShell;

/// <summary>One engine for each root, for all runspaces of the process.</summary>
internal static class Engines
{
    private static readonly ConcurrentDictionary<EngineOptions, ContainerEngine> Opened = new();

    public static ContainerEngine Open(string? root) => Opened.GetOrAdd(EngineOptions.For(root), static options => ContainerEngine.Open(options));

    /// <summary>The images of an engine's root.</summary>
    public static ImageStore OpenImages(ContainerEngine engine) => ImageStore.Open(engine.Options.Root, engine.Kernel);
}
