using Knast.Images.Store;
using Knast.Native.Kernel;
using Knast.Runtime.Hosts;
using Knast.Runtime.Operations;
using Knast.Runtime.State;

namespace Knast.Runtime;

/// <summary>The container engine of one pair of roots: the operations that cmdlets and the command call. Safe for use by several threads and processes.</summary>
public sealed class ContainerEngine
{
    private readonly EngineContext _context;

    private ContainerEngine(EngineContext context)
    {
        _context = context;
    }

    /// <summary>The roots.</summary>
    public EngineOptions Options => _context.Options;

    /// <summary>The kernel that is asked.</summary>
    public IKernel Kernel => _context.Kernel;

    /// <summary>The local images; opened when first asked for.</summary>
    public ImageStore Images => _context.Images;

    /// <summary>Opens an engine. Nothing is made on disk before something has to be kept.</summary>
    /// <param name="options">The roots.</param>
    /// <exception cref="PlatformNotSupportedException">There is no host for this system.</exception>
    public static ContainerEngine Open(EngineOptions options) => Open(options, KernelSelection.Open());

    /// <summary>Opens an engine on a given kernel.</summary>
    /// <param name="options">The roots.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="catalogues">Gives what keeps the catalogue, when it is first needed; null to do without, which is slower with hundreds of containers.</param>
    /// <exception cref="PlatformNotSupportedException">There is no host for the kernel's system.</exception>
    public static ContainerEngine Open(EngineOptions options, IKernel kernel, Func<ICatalogueProvider>? catalogues = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(kernel);
        var files = new KernelFiles(kernel);
        return new ContainerEngine(new EngineContext(options, kernel, files, ContainerHosts.For(kernel, files), catalogues));
    }

    /// <summary>Creates a container (OCI <em>create</em>): everything is ready, its program waits.</summary>
    /// <param name="request">What it is to be.</param>
    /// <param name="cancellation">Stops and undoes.</param>
    /// <exception cref="KnastException">Says what is wrong; nothing half-made is left.</exception>
    public Container Create(CreateRequest request, CancellationToken cancellation) =>
        CreateContainer.Run(_context, request, cancellation);

    /// <summary>Starts a container (OCI <em>start</em>). A stopped container that the module made is created anew and started.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Container Start(string id, CancellationToken cancellation) =>
        StartContainer.Run(_context, id, cancellation);

    /// <summary>Sends a signal (OCI <em>kill</em>).</summary>
    /// <param name="id">The id.</param>
    /// <param name="signal">The signal.</param>
    /// <param name="all">To all processes of the container instead of the first.</param>
    public void Kill(string id, Signal signal, bool all) =>
        KillContainer.Run(_context, id, signal, all);

    /// <summary>Asks a container to end and makes it end when it does not. Nothing happens to one that has ended.</summary>
    /// <param name="id">The id.</param>
    /// <param name="signal">The signal that asks, or null for the container's own.</param>
    /// <param name="timeout">How long to wait before KILL, or null for the container's own.</param>
    /// <param name="cancellation">Ends the wait; the signal has been sent.</param>
    public Container Stop(string id, Signal? signal, TimeSpan? timeout, CancellationToken cancellation) =>
        StopContainer.Run(_context, id, signal, timeout, cancellation);

    /// <summary>Waits.</summary>
    /// <param name="id">The id.</param>
    /// <param name="condition">What for.</param>
    /// <param name="timeout">At most this long; null for ever.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="KnastException"><c>WaitTimeout</c>.</exception>
    public Container Wait(string id, ContainerCondition condition, TimeSpan? timeout, CancellationToken cancellation) =>
        WaitForContainer.Run(_context, id, condition, timeout, cancellation);

    /// <summary>Deletes a container (OCI <em>delete</em>) with all that was made for it.</summary>
    /// <param name="id">The id.</param>
    /// <param name="force">Ends it first if it runs, and deletes what a crash left of it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public void Delete(string id, bool force, CancellationToken cancellation) =>
        DeleteContainer.Run(_context, id, force, cancellation);

    /// <summary>All containers, oldest first; those that a crash left half-made are there with status Creating.</summary>
    public IReadOnlyList<Container> List() =>
        ListContainers.Run(_context);

    /// <summary>The containers that match, oldest first. With hundreds of them this is faster than looking at all.</summary>
    /// <param name="query">What is asked for.</param>
    public IReadOnlyList<Container> Find(CatalogueContainerQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return FindContainers.Run(_context, query);
    }

    /// <summary>One container by its full id, its name, or the beginning of its id.</summary>
    /// <param name="nameOrId">Which.</param>
    /// <exception cref="KnastException"><c>ContainerNotFound</c>, <c>ContainerAmbiguous</c>.</exception>
    public Container Get(string nameOrId) =>
        ListContainers.Get(_context, nameOrId);

    /// <summary>The OCI state of a container.</summary>
    /// <param name="id">The id.</param>
    public ContainerState State(string id) =>
        StateOfContainer.Run(_context, id);

    /// <summary>Reads what a container wrote.</summary>
    /// <param name="id">The id.</param>
    /// <param name="query">Which lines.</param>
    /// <param name="cancellation">Ends the following.</param>
    public IEnumerable<ContainerLogLine> ReadLog(string id, LogQuery query, CancellationToken cancellation) =>
        ReadContainerLog.Run(_context, id, query, cancellation);

    /// <summary>What the containers need of the image store, so that it is not removed.</summary>
    public ImageUse ImageUse() =>
        ImagesInUse.Run(_context);

    /// <summary>What works on this host and what does not.</summary>
    public IReadOnlyList<HostCheck> TestHost() =>
        _context.Host.Test(_context.Options);
}
