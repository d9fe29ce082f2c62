using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Linux.Processes;
using Knast.Native.Programs;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts.Linux.Resources;
using Knast.Runtime.State;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>Containers from Linux namespaces, cgroups and overlayfs.</summary>
internal sealed class LinuxHost : IContainerHost
{
    private static readonly TimeSpan TimeToDie = TimeSpan.FromSeconds(10);

    private readonly IKernel _kernel;
    private readonly KernelFiles _files;
    private readonly CgroupTree _cgroups;
    private readonly LinuxProcessTable _processes;

    public LinuxHost(IKernel kernel, KernelFiles files)
    {
        _kernel = kernel;
        _files = files;
        _cgroups = new CgroupTree(_files);
        _processes = new LinuxProcessTable(_files);
    }

    /// <inheritdoc/>
    public IReadOnlyList<HostCheck> Test(EngineOptions options) => new LinuxHostChecks(_kernel, _files, _cgroups).Run(options);

    /// <inheritdoc/>
    public void Validate(RuntimeConfig config, string bundle)
    {
        LinuxUnsupported.Check(config);
        CgroupPathRules.Check(config.Linux?.CgroupsPath, CgroupPath(config, "any"), _cgroups);
        _ = PlanResources(config);
        LinuxLaunchPlan plan = Plan(config, "/", hasRootMount: true, cgroup: null, createsWorkingDirectory: false, bundle);
        _ = LinuxProgramComposer.Compose(_kernel.Target, plan);
    }

    /// <inheritdoc/>
    public bool StacksLayers(EngineOptions options) => LinuxRootfsChoice.CanOverlay(_files, options);

    /// <inheritdoc/>
    public bool CanStack(IReadOnlyList<string> layers) => LinuxOverlay.CanStack(_kernel.Target, layers);

    /// <inheritdoc/>
    public ProcessRecord Launch(ContainerSetup setup, Action<ProcessRecord> onProcess, CancellationToken cancellation)
    {
        string cgroup = CgroupPath(setup.Config, setup.Record.Id);
        LinuxResourcePlan resources = PlanResources(setup.Config);
        _cgroups.Create(cgroup, resources.UnifiedControllers);
        new ResourceWriter(_kernel, _files).Apply(resources, cgroup);
        bool isOverlay = setup.Record.Rootfs == "overlay";
        using KernelDescriptor? own = isOverlay && setup.Rootfs is null ? OpenRootfs(setup) : null;
        KernelDescriptor? overlay = isOverlay ? setup.Rootfs ?? own : null;
        string root = isOverlay ? setup.Paths.Rootfs : setup.RootDirectory!;
        LinuxLaunchPlan plan = Plan(setup.Config, root, isOverlay, cgroup, setup.Record.CreatesWorkingDirectory, setup.Record.Bundle);
        LaunchProgram program = LinuxProgramComposer.Compose(_kernel.Target, plan);
        try
        {
            return new ContainerLaunch(_kernel, _files, () => Pipe2.Invoke(_kernel), _processes.StartTime).Run(setup, program, overlay, onProcess, cancellation);
        }
        catch (KnastException error) when (error.ErrorId == "CreateFailed" && OutOfMemory.HasKilled(_cgroups, _files, cgroup))
        {
            long limit = setup.Config.Linux?.Resources?.Memory?.Limit ?? 0;
            throw new KnastException(
                "MemoryTooSmall", KnastErrorKind.InvalidArgument,
                $"The container \"{setup.Record.Name}\" ran out of memory while it was made: {limit} bytes are too few.", limit, "Give it 1 MB at least.", error);
        }
    }

    /// <inheritdoc/>
    public void Release(ContainerPaths paths, ProcessRecord process, CancellationToken cancellation) =>
        new ContainerRelease(_files).Run(paths, cancellation);

    /// <inheritdoc/>
    public bool IsAlive(ProcessRecord process) => _processes.StartTime(process.Pid) == process.StartTime;

    /// <inheritdoc/>
    public bool Kill(ContainerSetup setup, ProcessRecord process, Signal signal, bool all)
    {
        int number = signal.ToNumber(KernelSystem.Linux);
        if (!all)
        {
            return KillOne(process, number);
        }

        foreach (int pid in _cgroups.Processes(CgroupPath(setup.Config, setup.Record.Id)))
        {
            using KernelDescriptor? one = PidfdOpen.Invoke(_kernel, pid);
            if (one is not null)
            {
                PidfdSendSignal.Invoke(_kernel, one, number);
            }
        }

        return IsAlive(process);
    }

    /// <inheritdoc/>
    public bool WaitForEnd(ProcessRecord process, TimeSpan? timeout, CancellationToken cancellation)
    {
        using KernelDescriptor? descriptor = Open(process);
        return descriptor is null || KernelWait.Readable(_kernel, descriptor, timeout, cancellation);
    }

    /// <inheritdoc/>
    public void CleanUp(ContainerPaths paths, RuntimeConfig? config, ProcessRecord? process)
    {
        if (process is not null)
        {
            KillOne(process, Signal.Kill.ToNumber(KernelSystem.Linux));
            WaitForEnd(process, TimeToDie, CancellationToken.None);
        }

        _cgroups.Remove(_kernel, CgroupPath(config, paths.Id), TimeToDie);
        if (process?.Monitor is { } monitor)
        {
            WaitForEnd(monitor, TimeToDie, CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public KernelDescriptor OpenRootfs(ContainerSetup setup) => setup.Record.Rootfs == "overlay"
        ? LinuxOverlay.Mount(_kernel, setup.Record.Layers, setup.Paths.Upper, setup.Paths.Work)
        : _files.Calls.OpenHostDirectory(setup.RootDirectory!);

    /// <inheritdoc/>
    public ContainerIdentity FindUser(KernelDescriptor rootfs, string user) =>
        IdentityFiles.Find(user, _files.ReadInRoot(rootfs, "etc/passwd"), _files.ReadInRoot(rootfs, "etc/group"));

    private static string CgroupPath(RuntimeConfig? config, string id) => config?.Linux?.CgroupsPath switch
    {
        null or "" => $"{CgroupTree.OwnParent}/{id}",
        ['/', ..] path => path.TrimEnd('/'),
        var path => $"{CgroupTree.OwnParent}/{path.TrimEnd('/')}",
    };

    private LinuxResourcePlan PlanResources(RuntimeConfig config) => LinuxResourcePlan.Compose(config, _cgroups.Hierarchies, _files.TryRead);

    private LinuxLaunchPlan Plan(
        RuntimeConfig config, string root, bool hasRootMount, string? cgroup, bool createsWorkingDirectory, string bundle)
    {
        IReadOnlyList<Mount> mounts = [.. config.Mounts.Select(mount => WithAbsoluteSource(mount, bundle))];
        var fileMounts = new HashSet<int>();
        for (int index = 0; index < mounts.Count; index++)
        {
            if (IsBind(mounts[index]) && !IsDirectory(mounts[index]))
            {
                fileMounts.Add(index);
            }
        }

        return new LinuxLaunchPlan
        {
            Config = config with { Mounts = mounts },
            RootPath = root,
            HasRootMount = hasRootMount,
            CgroupDirectories = cgroup is null ? [] : [.. _cgroups.Directories(cgroup)],
            Hierarchies = _cgroups.Hierarchies,
            FileMounts = fileMounts,
            AvailableCapabilities = _processes.BoundingCapabilities(),
            CreatesWorkingDirectory = createsWorkingDirectory,
        };
    }

    private static bool IsBind(Mount mount) => mount.Type == "bind" || LinuxMountOptions.Parse(mount.Options).IsBind;

    private static Mount WithAbsoluteSource(Mount mount, string bundle) =>
        IsBind(mount) && mount.Source is { Length: > 0 } source && source[0] != '/'
            ? mount with { Source = Path.Combine(bundle, source) }
            : mount;

    private bool IsDirectory(Mount mount)
    {
        try
        {
            using KernelDescriptor source = Openat.Invoke(_kernel, Openat.CurrentDirectory, mount.Source ?? "", OpenFlags.Path);
            return _files.Calls.GetStatus(source).Type == FileType.Directory;
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENOENT or ErrorCode.ENOTDIR)
        {
            throw new KnastException(
                "MountSourceNotFound", KnastErrorKind.NotFound,
                $"The source {mount.Source} of the mount on {mount.Destination} does not exist.", mount.Source, inner: error);
        }
    }

    private KernelDescriptor? Open(ProcessRecord process)
    {
        KernelDescriptor? descriptor = PidfdOpen.Invoke(_kernel, process.Pid);
        if (descriptor is not null && !IsAlive(process))
        {
            descriptor.Dispose();
            return null;
        }

        return descriptor;
    }

    private bool KillOne(ProcessRecord process, int number)
    {
        using KernelDescriptor? descriptor = Open(process);
        return descriptor is not null && PidfdSendSignal.Invoke(_kernel, descriptor, number);
    }
}
