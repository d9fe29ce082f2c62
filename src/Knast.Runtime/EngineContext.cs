using Knast.Images.Store;
using Knast.Native.Kernel;
using Knast.Runtime.Hosts;
using Knast.Runtime.State;

namespace Knast.Runtime;

/// <summary>What the operations of an engine share.</summary>
internal sealed class EngineContext
{
    private readonly Lazy<ImageStore> _images;

    public EngineContext(EngineOptions options, IKernel kernel, KernelFiles files, IContainerHost host)
    {
        Options = options;
        Kernel = kernel;
        Files = files;
        Host = host;
        Containers = new ContainerDirectory(options, host, files);
        _images = new Lazy<ImageStore>(() => ImageStore.Open(options.Root, kernel));
    }

    public EngineOptions Options { get; }

    public IKernel Kernel { get; }

    public KernelFiles Files { get; }

    public IContainerHost Host { get; }

    public ContainerDirectory Containers { get; }


    public ImageStore Images => _images.Value;
}
