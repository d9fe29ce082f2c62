namespace Knast.Runtime.State;

/// <summary>Where one container's things are.</summary>
/// <param name="Options">The engine's roots.</param>
/// <param name="Id">The container.</param>
public sealed record ContainerPaths(EngineOptions Options, string Id)
{
    /// <summary>How the names of directories begin that are being removed.</summary>
    public const string RemovedPrefix = ".old-";

    /// <summary>What outlives a boot.</summary>
    public string Directory => Path.Combine(ContainersRoot(Options), Id);

    /// <summary>What ends with the boot.</summary>
    public string RunDirectory => Path.Combine(Options.RunRoot, "containers", Id);

    /// <summary>What <see cref="Directory"/> is called while it is being removed, so that nobody takes it for a container.</summary>
    public string Removed => Path.Combine(ContainersRoot(Options), RemovedPrefix + Id);

    /// <summary>The record of the container; its presence says that it was created completely.</summary>
    public string Record => Path.Combine(Directory, "container.json");

    /// <summary>The same while it is being created.</summary>
    public string Intent => Path.Combine(Directory, "creating.json");

    /// <summary>The OCI configuration, unchanged.</summary>
    public string Config => Path.Combine(Directory, "config.json");

    /// <summary>Where the root file system is mounted, inside the container's own mount namespace where the host has that.</summary>
    public string Rootfs => Path.Combine(Directory, "rootfs");

    /// <summary>The container's own changes, over the image's layers.</summary>
    public string Upper => Path.Combine(Directory, "upper");

    /// <summary>The scratch directory that overlayfs wants.</summary>
    public string Work => Path.Combine(Directory, "work");

    /// <summary>The newest log file; older ones have <c>.1</c>, <c>.2</c> … behind.</summary>
    public string Log => Path.Combine(Directory, "log");

    /// <summary>What the runtime knows of the container's process.</summary>
    public string Process => Path.Combine(RunDirectory, "state.json");

    /// <summary>What a host that needs it keeps of what it made in the kernel.</summary>
    public string Host => Path.Combine(Directory, "host.json");

    /// <summary>Where a read-only view of the root file system is mounted, on hosts without mount namespaces.</summary>
    public string ReadOnlyRoot => Path.Combine(Directory, "readonly");

    /// <summary>The FIFO that the first process waits on; its absence says that it was started.</summary>
    public string StartFifo => Path.Combine(RunDirectory, "start");

    /// <summary>What the monitor wrote when the first process ended.</summary>
    public string Exit => Path.Combine(Directory, "exit");

    /// <summary>What the first process wrote when it could not execute its program.</summary>
    public string Failure => Path.Combine(RunDirectory, "failure");

    /// <summary>What is locked while something is done to the container.</summary>
    public string Lock => Path.Combine(Directory, "lock");

    /// <summary>The directory of all containers.</summary>
    /// <param name="options">The engine's roots.</param>
    public static string ContainersRoot(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Path.Combine(options.Root, "containers");
    }

    /// <summary>The directory of the links from names to ids.</summary>
    /// <param name="options">The engine's roots.</param>
    public static string NamesRoot(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Path.Combine(options.Root, "names");
    }
}
