using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Tests.Resources;

public sealed class OtherLimitsTests
{
    private static readonly LinuxBlockIo BlockIo = new()
    {
        Weight = 500,
        WeightDevice = [new LinuxWeightDevice { Major = 8, Minor = 16, Weight = 10 }],
        ThrottleReadBpsDevice = [new LinuxThrottleDevice { Major = 8, Minor = 0, Rate = 600 }],
        ThrottleWriteBpsDevice = [new LinuxThrottleDevice { Major = 8, Minor = 0, Rate = 0 }],
        ThrottleReadIopsDevice = [new LinuxThrottleDevice { Major = 8, Minor = 0, Rate = 7 }],
        ThrottleWriteIopsDevice = [new LinuxThrottleDevice { Major = 8, Minor = 0, Rate = 8 }],
    };

    [Theory]
    [InlineData(-1, "max")]
    [InlineData(0, "0")]
    [InlineData(32771, "32771")]
    public void Tasks(long limit, string value)
    {
        var resources = new LinuxResources { Pids = new LinuxPids { Limit = limit } };
        Assert.Equal($"pids.max = {value}", Hosts.Version1.Plan(resources));
        Assert.Equal($"pids.max = {value}", Hosts.Unified.Plan(resources));
        Assert.Equal(["pids"], Hosts.Unified.Whole(resources).UnifiedControllers);
    }

    [Fact]
    public void TasksWithoutANumber() => Assert.Equal("", Hosts.None.Plan(new LinuxResources { Pids = new LinuxPids() }));

    [Fact]
    public void BlockDevicesInVersion1() => Assert.Equal(
        """
        blkio.bfq.weight = 500
        blkio.bfq.weight_device = 8:16 10
        blkio.throttle.read_bps_device = 8:0 600
        blkio.throttle.write_bps_device = 8:0 0
        blkio.throttle.read_iops_device = 8:0 7
        blkio.throttle.write_iops_device = 8:0 8
        """,
        Hosts.Version1.Plan(new LinuxResources { BlockIo = BlockIo }));

    [Fact]
    public void BlockDevicesInVersion2() => Assert.Equal(
        """
        io.bfq.weight = 500, else io.weight = 4950
        io.bfq.weight = 8:16 10, else io.weight = 8:16 1
        io.max = 8:0 rbps=600
        io.max = 8:0 wbps=max
        io.max = 8:0 riops=7
        io.max = 8:0 wiops=8
        """,
        Hosts.Unified.Plan(new LinuxResources { BlockIo = BlockIo }));

    [Fact]
    public void WeightsThatNoKernelHas()
    {
        Assert.Equal("/linux/resources/blockIO/leafWeight", Hosts.Version1.Refusal(new LinuxResources { BlockIo = new LinuxBlockIo { LeafWeight = 10 } }).Target);
        var device = new LinuxWeightDevice { Major = 8, Weight = 10, LeafWeight = 10 };
        Assert.Equal(
            "/linux/resources/blockIO/weightDevice/0/leafWeight",
            Hosts.Unified.Refusal(new LinuxResources { BlockIo = new LinuxBlockIo { WeightDevice = [device] } }).Target);
    }

    [Fact]
    public void AKernelWithoutBfqOrThrottling()
    {
        Assert.Equal("/linux/resources/blockIO/weight", Hosts.BareVersion1.Refusal(new LinuxResources { BlockIo = new LinuxBlockIo { Weight = 10 } }).Target);
        Assert.Equal(
            "/linux/resources/blockIO/throttleReadIOPSDevice/0",
            Hosts.BareVersion1.Refusal(new LinuxResources { BlockIo = new LinuxBlockIo { ThrottleReadIopsDevice = BlockIo.ThrottleReadIopsDevice } }).Target);
    }

    [Fact]
    public void HugePages()
    {
        var resources = new LinuxResources { HugepageLimits = [new LinuxHugepageLimit { PageSize = "2MB", Limit = 4 << 20 }] };
        Assert.Equal(
            "hugetlb.2MB.limit_in_bytes = 4194304\nhugetlb.2MB.rsvd.limit_in_bytes = 4194304 (if there)", Hosts.Version1.Plan(resources));
        Assert.Equal("hugetlb.2MB.max = 4194304\nhugetlb.2MB.rsvd.max = 4194304 (if there)", Hosts.Unified.Plan(resources));
    }

    [Theory]
    [InlineData("64KB")]
    [InlineData("1GB")]
    [InlineData("MB")]
    [InlineData("2")]
    [InlineData("99999999999MB")]
    public void HugePagesOfAnotherSize(string size)
    {
        KnastException error = Hosts.Version1.Refusal(new LinuxResources { HugepageLimits = [new LinuxHugepageLimit { PageSize = size, Limit = 1 }] });
        Assert.Equal("/linux/resources/hugepageLimits/0/pageSize", error.Target);
        Assert.Contains($"no huge pages of {size}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OnAHybridHostVersion2HasWhatVersion1Lacks()
    {
        var resources = new LinuxResources
        {
            Pids = new LinuxPids { Limit = 5 },
            HugepageLimits = [new LinuxHugepageLimit { PageSize = "2MB", Limit = 0 }],
        };
        Assert.Equal("pids.max = 5\nhugetlb.2MB.max = 0\nhugetlb.2MB.rsvd.max = 0 (if there)", Hosts.Hybrid.Plan(resources));
        Assert.Equal(["hugetlb"], Hosts.Hybrid.Whole(resources).UnifiedControllers);
        Assert.Equal("/sys/fs/cgroup/pids", Hosts.Hybrid.Whole(resources).Writes.Single(write => write.File == "pids.max").Hierarchy.MountPoint);
    }

    [Fact]
    public void NetworkIsVersion1s()
    {
        var resources = new LinuxResources
        {
            Network = new LinuxNetwork
            {
                ClassId = 1048577,
                Priorities = [new LinuxInterfacePriority { Name = "eth0", Priority = 500 }, new LinuxInterfacePriority { Name = "lo", Priority = 1 }],
            },
        };
        Assert.Equal("net_cls.classid = 1048577\nnet_prio.ifpriomap = eth0 500\nnet_prio.ifpriomap = lo 1", Hosts.Version1.Plan(resources));
        foreach (Hosts host in new[] { Hosts.Unified, Hosts.Hybrid, Hosts.BareVersion1, Hosts.None })
        {
            KnastException error = host.Refusal(resources);
            Assert.Equal("/linux/resources/network/classID", error.Target);
            Assert.Contains("only cgroup v1 has the controller net_cls", error.Message, StringComparison.Ordinal);
            error = host.Refusal(resources with { Network = resources.Network with { ClassId = null } });
            Assert.Equal("/linux/resources/network/priorities/0", error.Target);
        }
    }

    [Fact]
    public void RemoteMemory()
    {
        var resources = new LinuxResources
        {
            Rdma = new Dictionary<string, LinuxRdma> { ["mlx5_1"] = new() { HcaHandles = 3, HcaObjects = 10000 }, ["rxe3"] = new() { HcaObjects = 7 } },
        };
        const string expected = "rdma.max = mlx5_1 hca_handle=3 hca_object=10000\nrdma.max = rxe3 hca_object=7";
        Assert.Equal(expected, Hosts.Version1.Plan(resources));
        Assert.Equal(expected, Hosts.Unified.Plan(resources));
        Assert.Equal("/linux/resources/rdma/mlx5_1", Hosts.Hybrid.Refusal(resources).Target);
    }

    [Fact]
    public void FilesOfVersion2AreWrittenLineByLine()
    {
        var resources = new LinuxResources
        {
            Unified = new Dictionary<string, string>
            {
                ["io.max"] = "259:0 rbps=2097152 wiops=120\n253:0 rbps=2097152\n",
                ["cgroup.max.descendants"] = "3",
            },
        };
        Assert.Equal(
            "io.max = 259:0 rbps=2097152 wiops=120\nio.max = 253:0 rbps=2097152\ncgroup.max.descendants = 3", Hosts.Unified.Plan(resources));
        Assert.Equal(["io"], Hosts.Unified.Whole(resources).UnifiedControllers);
    }

    [Theory]
    [InlineData("../memory.max", "/linux/resources/unified/..~1memory.max")]
    [InlineData("memory.max/../x", "/linux/resources/unified/memory.max~1..~1x")]
    [InlineData("..", "/linux/resources/unified/..")]
    [InlineData(".", "/linux/resources/unified/.")]
    [InlineData("", "/linux/resources/unified/")]
    [InlineData("tasks", "/linux/resources/unified/tasks")]
    [InlineData("memory.max\0x", "/linux/resources/unified/memory.max\0x")]
    public void NamesThatAreNoFileOfACgroup(string file, string pointer)
    {
        KnastException error = Hosts.Unified.Refusal(new LinuxResources { Unified = new Dictionary<string, string> { [file] = "1" } });
        Assert.Equal("ConfigInvalid", error.ErrorId);
        Assert.Equal(pointer, error.Target);
    }

    [Fact]
    public void FilesOfVersion2WhereVersion1HasTheController()
    {
        var resources = new LinuxResources { Unified = new Dictionary<string, string> { ["memory.max"] = "1" } };
        KnastException error = Hosts.Hybrid.Refusal(resources);
        Assert.Equal("/linux/resources/unified/memory.max", error.Target);
        Assert.Contains("cgroup v2 has: hugetlb.", error.Message, StringComparison.Ordinal);
        Assert.Contains("not mounted", Hosts.Version1.Refusal(new LinuxResources { Unified = new Dictionary<string, string> { ["cgroup.x"] = "1" } }).Message, StringComparison.Ordinal);
    }
}
