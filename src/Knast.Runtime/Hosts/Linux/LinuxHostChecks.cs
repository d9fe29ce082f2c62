using Knast.Native.Kernel;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>Finds out what works on this host.</summary>
internal sealed class LinuxHostChecks
{
    private const int OldestKernel = 5015;
    private const ulong AdministratorBit = 1UL << 21;

    private static readonly string[] NamespaceFiles = ["pid", "mnt", "ipc", "uts", "net", "cgroup"];

    private readonly IKernel _kernel;
    private readonly KernelFiles _files;
    private readonly CgroupTree _cgroups;

    public LinuxHostChecks(IKernel kernel, KernelFiles files, CgroupTree cgroups)
    {
        _kernel = kernel;
        _files = files;
        _cgroups = cgroups;
    }

    /// <summary>Runs all checks.</summary>
    public IReadOnlyList<HostCheck> Run(EngineOptions options) =>
        [Kernel(), Privilege(), Namespaces(), Cgroups(), Resources.LimitCheck.Run(_cgroups.Hierarchies, _files.TryRead), Overlay(options), Launcher(), NotYet("Networks"), NotYet("Seccomp"), NotYet("Terminals")];

    private static HostCheck NotYet(string name) =>
        new(name, HostCheckStatus.Missing, "Not there in this version of Knast.", "docs/status.md lists what is there.");

    private HostCheck Kernel()
    {
        string version = $"Linux {_kernel.Target.Version / 1000}.{_kernel.Target.Version % 1000} {_kernel.Target.Architecture.ToString().ToLowerInvariant()}";
        return _kernel.Target.Version >= OldestKernel
            ? new HostCheck("Kernel", HostCheckStatus.Available, version)
            : new HostCheck("Kernel", HostCheckStatus.Missing, version, "Linux 5.15 or newer is needed.");
    }

    private HostCheck Privilege()
    {
        string line = (_files.TryRead("/proc/self/status") ?? "").Split('\n').FirstOrDefault(item => item.StartsWith("CapEff:", StringComparison.Ordinal)) ?? "";
        ulong effective = Convert.ToUInt64("0" + line.Replace("CapEff:", "", StringComparison.Ordinal).Trim(), 16);
        return (effective & AdministratorBit) != 0
            ? new HostCheck("Privilege", HostCheckStatus.Available, "CAP_SYS_ADMIN is there.")
            : new HostCheck("Privilege", HostCheckStatus.Missing, "CAP_SYS_ADMIN is not there.", "Run as root.");
    }

    private HostCheck Namespaces()
    {
        string[] missing = [.. NamespaceFiles.Where(name => _files.Status($"/proc/self/ns/{name}") is null)];
        return missing.Length == 0
            ? new HostCheck("Namespaces", HostCheckStatus.Available, string.Join(", ", NamespaceFiles))
            : new HostCheck("Namespaces", HostCheckStatus.Missing, $"Missing: {string.Join(", ", missing)}.", "The kernel must be built with them.");
    }

    private HostCheck Cgroups()
    {
        IReadOnlyList<CgroupHierarchy> hierarchies = _cgroups.Hierarchies;
        if (hierarchies.Count == 0)
        {
            return new HostCheck("Cgroups", HostCheckStatus.Limited, "None is mounted: killing all processes of a container needs its PID namespace.", "Mount cgroup2 on /sys/fs/cgroup.");
        }

        string kind = hierarchies.All(item => item.IsUnified) ? "v2" : hierarchies.Any(item => item.IsUnified) ? "v1 and v2 (hybrid)" : "v1";
        return new HostCheck("Cgroups", HostCheckStatus.Available, kind);
    }

    private HostCheck Overlay(EngineOptions options) => LinuxRootfsChoice.CanOverlay(_files, options)
        ? new HostCheck("Overlayfs", HostCheckStatus.Available, $"Containers below {options.Root} share the layers of their images.")
        : new HostCheck("Overlayfs", HostCheckStatus.Limited, "Each container gets a copy of its image.", "Load the module overlay, and keep the root on a file system that is no overlay.");

    private HostCheck Launcher() => Native.Programs.LauncherPresence.Has(_kernel.Target)
        ? new HostCheck("Launcher", HostCheckStatus.Available, _kernel.Target.Name)
        : new HostCheck("Launcher", HostCheckStatus.Missing, $"This build has no launcher for {_kernel.Target.Name}.", "Build Knast on this machine, or take a package with all targets.");
}
