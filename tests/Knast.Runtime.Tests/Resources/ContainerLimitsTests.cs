using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Tests.LifeCycle;

namespace Knast.Runtime.Tests.Resources;

/// <summary>Limits of real containers, as they feel them.</summary>
public sealed class ContainerLimitsTests : IDisposable
{
    private const long Mebibyte = 1 << 20;

    private readonly TestBundle _bundle = new();

    [Fact]
    public void WhoNeedsMoreMemoryThanItMayHaveIsKilled()
    {
        // Each doubling of a shell variable takes memory that is never given back.
        RuntimeConfig config = Limited(new LinuxResources { Memory = new LinuxMemory { Limit = 32 * Mebibyte } }, "x=0123456789abcdef; while true; do x=$x$x; done");
        Container container = _bundle.Create(config, "hungry");
        _bundle.Engine.Start(container.Id, TestContext.Current.CancellationToken);
        Container ended = _bundle.Engine.Wait(container.Id, ContainerCondition.Stopped, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal(137, ended.ExitCode);
    }

    [Fact]
    public void AForkBeyondTheLimitOfTasksFails()
    {
        RuntimeConfig config = Limited(
            new LinuxResources { Pids = new LinuxPids { Limit = 3 } }, "exec 2>&1; sleep 99 & sleep 99 & sleep 99 & echo not reached");
        Assert.Contains("can't fork", _bundle.Run(config), StringComparison.Ordinal);
    }

    [Fact]
    public void WithALimitOfNoTasksNothingIsForked() => Assert.Contains(
        "can't fork", _bundle.Run(Limited(new LinuxResources { Pids = new LinuxPids { Limit = 0 } }, "exec 2>&1; sleep 0; echo not reached")), StringComparison.Ordinal);

    [Fact]
    public void TheContainersCgroupHasTheValues()
    {
        var resources = new LinuxResources
        {
            Memory = new LinuxMemory { Limit = 64 * Mebibyte, Swap = 96 * Mebibyte, Reservation = 16 * Mebibyte, Swappiness = 3 },
            Cpu = new LinuxCpu { Shares = 512, Quota = 25_000, Period = 50_000, Burst = 1000, Cpus = "0", Mems = "0" },
            Pids = new LinuxPids { Limit = -1 },
        };
        const string files =
            "memory/memory.limit_in_bytes memory/memory.memsw.limit_in_bytes memory/memory.soft_limit_in_bytes memory/memory.swappiness cpu/cpu.shares "
            + "cpu/cpu.cfs_quota_us cpu/cpu.cfs_period_us cpu/cpu.cfs_burst_us cpuset/cpuset.cpus cpuset/cpuset.mems pids/pids.max";
        Assert.Equal(
            "67108864\n100663296\n16777216\n3\n512\n25000\n50000\n1000\n0\n0\nmax",
            _bundle.Run(Limited(resources, $"cd /sys/fs/cgroup; cat {files}")));
    }

    [Fact]
    public void ItRunsOnItsProcessorsOnly() => Assert.Equal(
        "1",
        _bundle.Run(Limited(
            new LinuxResources { Cpu = new LinuxCpu { Cpus = "1" } },
            "cat /proc/self/status | while read k v; do [ $k = Cpus_allowed_list: ] && echo $v; done; true")));

    [Fact]
    public void AControllerThatOnlyVersion2HasIsEnabledThere()
    {
        const string unified = "/sys/fs/cgroup/unified";
        Assert.SkipUnless(File.ReadAllText($"{unified}/cgroup.controllers").Contains("hugetlb", StringComparison.Ordinal), "hugetlb is not with cgroup v2 here.");
        bool wasEnabled = File.ReadAllText($"{unified}/cgroup.subtree_control").Contains("hugetlb", StringComparison.Ordinal);
        var resources = new LinuxResources { HugepageLimits = [new LinuxHugepageLimit { PageSize = "2MB", Limit = (ulong)(4 * Mebibyte) }] };
        Assert.Equal("4194304\n4194304", _bundle.Run(Limited(resources, $"cd {unified}; cat hugetlb.2MB.max hugetlb.2MB.rsvd.max")));
        if (!wasEnabled)
        {
            DisableAgain($"{unified}/cgroup.subtree_control");
        }
    }

    [Fact]
    public void TooLittleMemoryToBeMadeIsSaid()
    {
        KnastException error = Assert.Throws<KnastException>(
            () => _bundle.Create(Limited(new LinuxResources { Memory = new LinuxMemory { Limit = 4096 } }, "true"), "never"));
        Assert.Equal("MemoryTooSmall", error.ErrorId);
        AssertNothingIsLeft("never");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/knast")]
    [InlineData("/knast/")]
    [InlineData("//")]
    [InlineData("../x")]
    [InlineData("/a/../..")]
    [InlineData("./x")]
    public void ACgroupThatIsNotTheContainersAlone(string path)
    {
        RuntimeConfig config = TestBundle.Config("true");
        KnastException error = Assert.Throws<KnastException>(() => _bundle.Create(config with { Linux = config.Linux! with { CgroupsPath = path } }, "never"));
        Assert.Equal("ConfigInvalid", error.ErrorId);
        Assert.Equal("/linux/cgroupsPath", error.Target);
        AssertNothingIsLeft("never");
    }

    [Fact]
    public void ACgroupWithProcessesOfOthersIsRefusedAndTheyLive()
    {
        string path = $"/knast-test-{Guid.NewGuid():N}";
        RuntimeConfig config = TestBundle.Config("sleep", "60");
        config = config with { Linux = config.Linux! with { CgroupsPath = path } };
        Container first = _bundle.Create(config, "first");
        KnastException error = Assert.Throws<KnastException>(() => _bundle.Create(config, "second"));
        Assert.Equal("CgroupNotEmpty", error.ErrorId);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Equal(ContainerStatus.Created, _bundle.Engine.Get(first.Id).Status);
        _bundle.Engine.Delete(first.Id, force: true, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void LimitsAreThereAgainAfterAnotherStart()
    {
        Container container = _bundle.Create(Limited(new LinuxResources { Pids = new LinuxPids { Limit = 7 } }, "cat /sys/fs/cgroup/pids/pids.max"), "again");
        for (int round = 0; round < 2; round++)
        {
            _bundle.Engine.Start(container.Id, TestContext.Current.CancellationToken);
            _bundle.Engine.Wait(container.Id, ContainerCondition.Stopped, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }

        string[] lines = [.. _bundle.Engine.ReadLog(container.Id, new LogQuery(), TestContext.Current.CancellationToken).Select(line => line.Text)];
        Assert.Equal(["7", "7"], lines);
    }

    [Theory]
    [InlineData("network")]
    [InlineData("kernel")]
    [InlineData("leafWeight")]
    [InlineData("cpus")]
    public void WhatThisHostCannotDoIsRefusedBeforeAnythingIsChanged(string property)
    {
        (LinuxResources resources, string pointer) = property switch
        {
            "network" => (new LinuxResources { Network = new LinuxNetwork { ClassId = 1 } }, "/linux/resources/network/classID"),
            "kernel" => (new LinuxResources { Memory = new LinuxMemory { Kernel = Mebibyte } }, "/linux/resources/memory/kernel"),
            "leafWeight" => (new LinuxResources { BlockIo = new LinuxBlockIo { LeafWeight = 10 } }, "/linux/resources/blockIO/leafWeight"),
            _ => (new LinuxResources { Cpu = new LinuxCpu { Cpus = "4000" } }, "/linux/resources/cpu/cpus"),
        };
        KnastException error = Assert.Throws<KnastException>(() => _bundle.Create(Limited(resources, "true"), "never"));
        Assert.Equal("NotSupported", error.ErrorId);
        Assert.Equal(pointer, error.Target);
        AssertNothingIsLeft("never");
    }

    [Fact]
    public void WhatTheKernelRefusesIsUndone()
    {
        // The device number of nothing; only the kernel knows.
        var resources = new LinuxResources
        {
            BlockIo = new LinuxBlockIo { ThrottleReadBpsDevice = [new LinuxThrottleDevice { Major = 4000, Minor = 77, Rate = 1 }] },
        };
        KnastException error = Assert.Throws<KnastException>(() => _bundle.Create(Limited(resources, "true"), "never"));
        Assert.Equal("LimitRefused", error.ErrorId);
        Assert.Equal("/linux/resources/blockIO/throttleReadBpsDevice/0", error.Target);
        Assert.Contains("ENODEV", error.Message, StringComparison.Ordinal);
        AssertNothingIsLeft("never");
    }

    [Fact]
    public void ADiskCannotBeReadThroughANodeOfItsOwn()
    {
        HostDevice disk = HostDevice.FindBlock();
        Assert.Equal(
            "made\ncat: can't open '/disk': Operation not permitted\nnull\n512",
            _bundle.Run(Limited(
                new LinuxResources { Devices = [new LinuxDeviceCgroup { Allow = false, Access = "rwm" }] },
                $"exec 2>&1; busybox mknod /disk b {disk.Major} {disk.Minor} && echo made; cat /disk; echo x > /dev/null && echo null; busybox head -c 512 /dev/urandom | busybox wc -c")));
    }

    [Fact]
    public void WhatIsAllowedCanBeRead()
    {
        HostDevice disk = HostDevice.FindBlock();
        var resources = new LinuxResources
        {
            Devices =
            [
                new LinuxDeviceCgroup { Allow = false, Access = "rwm" },
                new LinuxDeviceCgroup { Allow = true, Type = "b", Major = disk.Major, Minor = disk.Minor, Access = "r" },
            ],
        };
        Assert.Equal(
            "read\nsh: can't create /disk: Operation not permitted",
            _bundle.Run(Limited(resources, $"busybox mknod /disk b {disk.Major} {disk.Minor}; (: < /disk) && echo read; exec 2>&1; : >> /disk")));
    }

    public void Dispose() => _bundle.Dispose();

    private static RuntimeConfig Limited(LinuxResources resources, string script)
    {
        RuntimeConfig config = TestBundle.Config("sh", "-c", script);
        return config with { Linux = config.Linux! with { Resources = resources } };
    }

    private void AssertNothingIsLeft(string name)
    {
        _bundle.AssertNothingIsLeft();
        Assert.DoesNotContain(Directory.EnumerateDirectories("/sys/fs/cgroup", name, SearchOption.AllDirectories), _ => true);
    }

    // Containers of tests that run at the same time may be below; then it stays on, as it does for users.
    private static void DisableAgain(string file)
    {
        try
        {
            File.WriteAllText(file, "-hugetlb");
        }
        catch (IOException error)
        {
            TestContext.Current.SendDiagnosticMessage($"hugetlb stays on: {error.Message}");
        }
    }
}
