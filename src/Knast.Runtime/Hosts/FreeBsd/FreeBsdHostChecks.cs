using Knast.Native.FreeBsd.Modules;
using Knast.Native.FreeBsd.Sysctls;
using Knast.Native.Kernel;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>Finds out what works on this host.</summary>
internal sealed class FreeBsdHostChecks
{
    private const int OldestKernel = 1_300_000;

    // Module names as modfind(2) knows them, whether they are loaded or part of the kernel.
    private static readonly (string Check, string Module, string Use)[] Modules =
    [
        ("Nullfs", "nullfs", "Bind mounts and read-only roots need it."), ("Tmpfs", "tmpfs", "Mounts in memory need it."),
        ("Fdescfs", "fdescfs", "/dev/fd needs it."), ("Epair", "if_epair", "Networks need it."), ("Bridge", "if_bridge", "Networks need it."),
        ("PacketFilter", "pf", "NAT and published ports need it."), ("Linux64", "linux64elf", "Linux images need it."),
    ];

    private readonly IKernel _kernel;
    private readonly KernelFiles _files;

    public FreeBsdHostChecks(IKernel kernel, KernelFiles files)
    {
        _kernel = kernel;
        _files = files;
    }

    /// <summary>Runs all checks.</summary>
    public IReadOnlyList<HostCheck> Run() =>
    [
        Kernel(), Vnet(), Accounting(), .. Modules.Select(Module), Launcher(),
        NotYet("Networks"), NotYet("Terminals"), NotYet("LinuxImages"),
    ];

    private static HostCheck NotYet(string name) =>
        new(name, HostCheckStatus.Missing, "Not there in this version of Knast.", "docs/status.md lists what is there.");

    private HostCheck Kernel()
    {
        string version = $"FreeBSD {_kernel.Target.Version / 100_000}.{_kernel.Target.Version / 1000 % 100} {_kernel.Target.Architecture.ToString().ToLowerInvariant()}";
        return _kernel.Target.Version >= OldestKernel
            ? new HostCheck("Kernel", HostCheckStatus.Available, version)
            : new HostCheck("Kernel", HostCheckStatus.Missing, version, "FreeBSD 13.0 or newer is needed.");
    }

    private HostCheck Vnet() => Sysctlbyname.TryReadNumber(_kernel, "kern.features.vimage") == 1
        ? new HostCheck("Vnet", HostCheckStatus.Available, "Jails can have network stacks of their own.")
        : new HostCheck("Vnet", HostCheckStatus.Missing, "This kernel was built without VIMAGE.", "Boot a GENERIC kernel, or use the host's network.");

    private HostCheck Accounting() => Sysctlbyname.TryReadNumber(_kernel, "kern.racct.enable") == 1
        ? new HostCheck("ResourceLimits", HostCheckStatus.Available, "rctl(8) rules limit jails.")
        : new HostCheck("ResourceLimits", HostCheckStatus.Missing, "Resource accounting is off.", "Set kern.racct.enable=1 in /boot/loader.conf and boot.");

    private HostCheck Module((string Check, string Module, string Use) module) => Modfind.Invoke(_kernel, module.Module) is not null
        ? new HostCheck(module.Check, HostCheckStatus.Available, $"{module.Module} is there.")
        : new HostCheck(module.Check, HostCheckStatus.Missing, module.Use, $"kldload {module.Module.Replace("linux64elf", "linux64", StringComparison.Ordinal)}");

    private HostCheck Launcher() => Native.Programs.LauncherPresence.Has(_kernel.Target)
        ? new HostCheck("Launcher", HostCheckStatus.Available, $"{_kernel.Target.Name}, {(_files.Status("/dev/null") is null ? "without /dev" : "with /dev")}")
        : new HostCheck("Launcher", HostCheckStatus.Missing, $"This build has no launcher for {_kernel.Target.Name}.", "Build Knast on this machine, or take a package with all targets.");
}
