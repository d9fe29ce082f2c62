using Knast.Images.Store;
using Knast.Native.Kernel;
using Knast.Runtime.Hosts;
using Knast.Runtime.State;

namespace Knast.Runtime;

/// <summary>What the operations of an engine share.</summary>
internal sealed class EngineContext
{
    private readonly Lazy<ImageStore> _images;
    private readonly Lazy<ICatalogue>? _catalogue;

    public EngineContext(EngineOptions options, IKernel kernel, KernelFiles files, IContainerHost host, Func<ICatalogueProvider>? catalogues = null)
    {
        Options = options;
        Kernel = kernel;
        Files = files;
        Host = host;
        Containers = new ContainerDirectory(options, host, files);
        _images = new Lazy<ImageStore>(() => ImageStore.Open(options.Root, kernel));
        _catalogue = catalogues is null ? null : new Lazy<ICatalogue>(() => catalogues().Open(Path.Combine(options.Root, "catalogue"), new CatalogueSource(this)));
    }

    public EngineOptions Options { get; }

    public IKernel Kernel { get; }

    public KernelFiles Files { get; }

    public IContainerHost Host { get; }

    public ContainerDirectory Containers { get; }

    /// <summary>What makes finding fast; null for an engine that does without.</summary>
    public ICatalogue? Catalogue => _catalogue?.Value;

    public ImageStore Images => _images.Value;
}
