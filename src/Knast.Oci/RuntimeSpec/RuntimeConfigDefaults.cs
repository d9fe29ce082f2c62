namespace Knast.Oci.RuntimeSpec;

/// <summary>The configurations that a container has when nobody says otherwise. They name no command.</summary>
public static class RuntimeConfigDefaults
{
    /// <summary>The PATH of a container whose image sets none.</summary>
    public const string Path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>The name of the root filesystem in a bundle (runtime-spec bundle.md).</summary>
    public const string RootDirectoryName = "rootfs";

    /// <summary>The capabilities that docker grants.</summary>
    public static IReadOnlyList<string> Capabilities { get; } =
    [
        "CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_FSETID", "CAP_FOWNER", "CAP_MKNOD", "CAP_NET_RAW", "CAP_SETGID", "CAP_SETUID", "CAP_SETFCAP",
        "CAP_SETPCAP", "CAP_NET_BIND_SERVICE", "CAP_SYS_CHROOT", "CAP_KILL", "CAP_AUDIT_WRITE",
    ];

    /// <summary>
    /// The default on Linux: new namespaces of every kind but user and time, docker's capabilities, and what runc and docker hide.
    /// </summary>
    public static RuntimeConfig ForLinux() => new()
    {
        OciVersion = RuntimeConfig.CurrentVersion,
        Root = new RootFilesystem { Path = RootDirectoryName },
        Mounts = LinuxMounts(),
        Process = new ContainerProcess
        {
            Cwd = "/",
            Env = [Path],
            NoNewPrivileges = true,
            Capabilities = new LinuxCapabilities { Bounding = Capabilities, Effective = Capabilities, Permitted = Capabilities },
        },
        Linux = new LinuxConfig
        {
            Namespaces =
            [
                new LinuxNamespace { Type = LinuxNamespace.Pid },
                new LinuxNamespace { Type = LinuxNamespace.Network },
                new LinuxNamespace { Type = LinuxNamespace.Ipc },
                new LinuxNamespace { Type = LinuxNamespace.Uts },
                new LinuxNamespace { Type = LinuxNamespace.MountTable },
                new LinuxNamespace { Type = LinuxNamespace.Cgroup },
            ],
            Resources = new LinuxResources { Devices = [new LinuxDeviceCgroup { Allow = false, Access = "rwm" }] },
            MaskedPaths =
            [
                "/proc/acpi", "/proc/asound", "/proc/interrupts", "/proc/kcore", "/proc/keys", "/proc/latency_stats", "/proc/timer_list",
                "/proc/timer_stats", "/proc/sched_debug", "/proc/scsi", "/sys/firmware", "/sys/devices/virtual/powercap",
            ],
            ReadonlyPaths = ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"],
        },
    };

    /// <summary>The default on FreeBSD: devfs with ruleset 4 and fdescfs, a host name of its own.</summary>
    public static RuntimeConfig ForFreeBsd() => OnFreeBsd(
    [
        new Mount { Destination = "/dev", Type = "devfs", Source = "devfs", Options = ["ruleset=4"] },
        new Mount { Destination = "/dev/fd", Type = "fdescfs", Source = "fdesc" },
    ]);

    /// <summary>The default for a Linux image on FreeBSD: what linux(4) needs beyond the default on FreeBSD.</summary>
    public static RuntimeConfig ForLinuxOnFreeBsd() => OnFreeBsd(
    [
        new Mount { Destination = "/proc", Type = "linprocfs", Source = "linproc" },
        new Mount { Destination = "/sys", Type = "linsysfs", Source = "linsys" },
        new Mount { Destination = "/dev", Type = "devfs", Source = "devfs", Options = ["ruleset=4", "rule=path shm unhide mode 1777"] },
        new Mount { Destination = "/dev/fd", Type = "fdescfs", Source = "fdesc", Options = ["linrdlnk"] },
        new Mount { Destination = "/dev/shm", Type = "tmpfs", Source = "shm", Options = ["mode=1777"] },
    ]);

    private static RuntimeConfig OnFreeBsd(IReadOnlyList<Mount> mounts) => new()
    {
        OciVersion = RuntimeConfig.CurrentVersion,
        Root = new RootFilesystem { Path = RootDirectoryName },
        Mounts = mounts,
        Process = new ContainerProcess { Cwd = "/", Env = [Path] },
        FreeBsd = new FreeBsdConfig { Jail = new FreeBsdJail { Host = FreeBsdJail.New } },
    };

    private static IReadOnlyList<Mount> LinuxMounts() =>
    [
        new Mount { Destination = "/proc", Type = "proc", Source = "proc", Options = ["nosuid", "noexec", "nodev"] },
        new Mount
        {
            Destination = "/dev",
            Type = "tmpfs",
            Source = "tmpfs",
            Options = ["nosuid", "strictatime", "mode=755", "size=65536k"],
        },
        new Mount
        {
            Destination = "/dev/pts",
            Type = "devpts",
            Source = "devpts",
            Options = ["nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"],
        },
        new Mount
        {
            Destination = "/dev/shm",
            Type = "tmpfs",
            Source = "shm",
            Options = ["nosuid", "noexec", "nodev", "mode=1777", "size=65536k"],
        },
        new Mount { Destination = "/dev/mqueue", Type = "mqueue", Source = "mqueue", Options = ["nosuid", "noexec", "nodev"] },
        new Mount { Destination = "/sys", Type = "sysfs", Source = "sysfs", Options = ["nosuid", "noexec", "nodev", "ro"] },
        new Mount
        {
            Destination = "/sys/fs/cgroup",
            Type = "cgroup",
            Source = "cgroup",
            Options = ["nosuid", "noexec", "nodev", "relatime", "ro"],
        },
    ];
}
