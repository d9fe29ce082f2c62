using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Tests.LifeCycle;

/// <summary>What a container sees of itself and of the host.</summary>
public sealed class IsolationTests : IDisposable
{
    private readonly TestBundle _bundle = new();

    [Fact]
    public void ItsFirstProcessIsNumberOne() => Assert.Equal("1", Run("echo $$"));

    [Fact]
    public void ItSeesItsOwnProcessesOnly() => Assert.Equal("1", Run("ls /proc | while read n; do case $n in [0-9]*) echo $n;; esac; done | { read a; echo $a; }"));

    [Fact]
    public void ItHasItsHostName() => Assert.Equal("box", Run("hostname"));

    [Fact]
    public void LoopbackIsUp() => Assert.Contains("LOOPBACK,UP", Run("ip link show lo"), StringComparison.Ordinal);

    [Fact]
    public void TheHostsRootIsOutOfSight() => Assert.Equal("bin dev proc sys", Run("cd /; echo *"));

    [Fact]
    public void DefaultDevicesAreThere() =>
        Assert.Equal("1:3 666", Run("stat -c '%t:%T %a' /dev/null; for d in zero full random urandom tty; do [ -c /dev/$d ] || echo missing $d; done; echo x > /dev/null"));

    [Fact]
    public void MaskedPathsAreEmpty() => Assert.Equal("0", Run("cat /proc/kcore /proc/timer_list 2>/dev/null | { n=0; while read l; do n=$((n+1)); done; echo $n; }"));

    [Fact]
    public void ReadOnlyPathsCannotBeWritten() => Assert.Contains("Read-only", Run("echo x > /proc/sys/kernel/hostname; true", "2>&1"), StringComparison.Ordinal);

    [Fact]
    public void ALimitIsTheProcesss()
    {
        RuntimeConfig config = TestBundle.Config("sh", "-c", "ulimit -n");
        config = config with { Process = config.Process! with { Rlimits = [new PosixRlimit { Type = "RLIMIT_NOFILE", Soft = 321, Hard = 400 }] } };
        Assert.Equal("321", _bundle.Run(config));
    }

    [Fact]
    public void AUserHasItsGroupsAndNoCapabilities()
    {
        RuntimeConfig config = TestBundle.Config("sh", "-c", "id -u; id -g; id -G; cat /proc/self/status | while read k v; do [ $k = CapEff: ] && echo $v; done; umask");
        config = config with
        {
            Process = config.Process! with
            {
                User = new ContainerUser { Uid = 1000, Gid = 1001, AdditionalGids = [7, 8], Umask = 0x1F },
                Capabilities = new LinuxCapabilities(),
            },
        };
        Assert.Equal("1000\n1001\n1001 7 8\n0000000000000000\n0037", _bundle.Run(config));
    }

    [Fact]
    public void CapabilitiesAreThoseAskedFor()
    {
        RuntimeConfig config = TestBundle.Config("sh", "-c", "cat /proc/self/status | while read k v; do case $k in CapBnd:|CapEff:|CapPrm:|NoNewPrivs:) echo $v;; esac; done");
        string[] wanted = ["CAP_KILL", "CAP_NET_RAW"];
        config = config with
        {
            Process = config.Process! with
            {
                NoNewPrivileges = true,
                Capabilities = new LinuxCapabilities { Bounding = wanted, Effective = wanted, Permitted = wanted },
            },
        };
        Assert.Equal("0000000000002020\n0000000000002020\n0000000000002020\n1", _bundle.Run(config));
    }

    [Fact]
    public void AReadOnlyRootCannotBeWritten()
    {
        RuntimeConfig config = TestBundle.Config("sh", "-c", "touch /x 2>&1; touch /dev/shm/y && echo shm");
        config = config with { Root = config.Root! with { Readonly = true } };
        Assert.Equal("touch: /x: Read-only file system\nshm", _bundle.Run(config));
    }

    [Fact]
    public void ABindMountOfAFileAndOfADirectory()
    {
        string host = Path.Combine(_bundle.Base, "host");
        Directory.CreateDirectory(host);
        File.WriteAllText(Path.Combine(host, "file"), "from the host\n");
        RuntimeConfig config = TestBundle.Config("sh", "-c", "cat /etc/app.conf; touch /data/new; touch /ro/new 2>&1; true");
        config = config with
        {
            Mounts =
            [
                .. config.Mounts,
                new Mount { Destination = "/etc/app.conf", Source = Path.Combine(host, "file"), Type = "bind", Options = ["bind", "ro"] },
                new Mount { Destination = "/data", Source = host, Type = "bind", Options = ["rbind", "rw"] },
                new Mount { Destination = "/ro", Source = host, Type = "bind", Options = ["rbind", "rro"] },
            ],
        };
        Assert.Equal("from the host\ntouch: /ro/new: Read-only file system", _bundle.Run(config));
        Assert.True(File.Exists(Path.Combine(host, "new")));
    }

    [Fact]
    public void NothingOfOursIsOpenOrInTheEnvironment() =>
        Assert.Equal("0 1 2 PATH", Run("cd /proc/self/fd; for f in *; do [ -e $f ] && printf '%s ' $f; done; env | while IFS== read n v; do case $n in PATH|TERM) echo $n;; SHLVL|PWD|OLDPWD|HOME) ;; *) echo $n;; esac; done | { read a; read b; echo $a $b; }"));

    [Fact]
    public void SysctlsAreSetInside()
    {
        RuntimeConfig config = TestBundle.Config("cat", "/proc/sys/net/ipv4/ip_unprivileged_port_start");
        config = config with { Linux = config.Linux! with { Sysctl = new Dictionary<string, string> { ["net.ipv4.ip_unprivileged_port_start"] = "77" } } };
        Assert.Equal("77", _bundle.Run(config));
    }

    [Fact]
    public void WithoutACgroupNamespaceItSeesItsOwnCgroupAllTheSame()
    {
        RuntimeConfig config = TestBundle.Config("sh", "-c", "cat /sys/fs/cgroup/pids/cgroup.procs | { read a b; echo $a; }; ls -d /sys/fs/cgroup/pids/knast 2>/dev/null; true");
        config = config with { Linux = config.Linux! with { Namespaces = [.. config.Linux.Namespaces.Where(item => item.Type != "cgroup")] } };
        Assert.Equal("1", _bundle.Run(config));
    }

    [Fact]
    public void AmbientCapabilitiesThatAreNotInheritableAreLeftOut()
    {
        RuntimeConfig config = TestBundle.Config("sh", "-c", "cat /proc/self/status | while read k v; do [ $k = CapAmb: ] && echo $v; done");
        string[] wanted = ["CAP_KILL", "CAP_NET_RAW"];
        config = config with
        {
            Process = config.Process! with
            {
                Capabilities = new LinuxCapabilities { Bounding = wanted, Effective = wanted, Permitted = wanted, Inheritable = ["CAP_KILL"], Ambient = wanted },
            },
        };
        Assert.Equal("0000000000000020", _bundle.Run(config));
    }

    public void Dispose() => _bundle.Dispose();

    private string Run(string script, string redirection = "") =>
        _bundle.Run(TestBundle.Config("sh", "-c", redirection.Length == 0 ? script : $"exec {redirection}; {script}"));
}
