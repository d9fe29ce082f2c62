using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts.Linux;
using Knast.Runtime.Hosts.Linux.Resources;

namespace Knast.Runtime.Tests.Resources;

/// <summary>Hosts as they are found, for plans without a kernel.</summary>
internal sealed class Hosts
{
    private static readonly string[] Controllers =
        ["cpu", "cpuset", "memory", "devices", "freezer", "blkio", "pids", "hugetlb", "rdma", "net_cls", "net_prio"];

    private readonly IReadOnlyList<CgroupHierarchy> _hierarchies;
    private readonly Dictionary<string, string> _files;

    private Hosts(IReadOnlyList<CgroupHierarchy> hierarchies, Dictionary<string, string> files)
    {
        _hierarchies = hierarchies;
        _files = files;
        _files["/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages"] = "0\n";
    }

    /// <summary>All controllers in v1, each in a hierarchy of its own.</summary>
    public static Hosts Version1 { get; } = new(
        [.. Controllers.Select(name => new CgroupHierarchy($"/sys/fs/cgroup/{name}", false, [name], "/"))],
        new Dictionary<string, string>
        {
            ["/sys/fs/cgroup/memory/memory.memsw.limit_in_bytes"] = "9223372036854771712\n",
            ["/sys/fs/cgroup/memory/memory.kmem.tcp.limit_in_bytes"] = "9223372036854771712\n",
            ["/sys/fs/cgroup/cpu/cpu.cfs_period_us"] = "100000\n",
            ["/sys/fs/cgroup/cpu/cpu.cfs_quota_us"] = "-1\n",
            ["/sys/fs/cgroup/cpu/cpu.cfs_burst_us"] = "0\n",
            ["/sys/fs/cgroup/cpu/cpu.idle"] = "0\n",
            ["/sys/fs/cgroup/cpu/cpu.rt_period_us"] = "1000000\n",
            ["/sys/fs/cgroup/cpu/cpu.rt_runtime_us"] = "950000\n",
            ["/sys/fs/cgroup/cpuset/cpuset.cpus"] = "0-3\n",
            ["/sys/fs/cgroup/cpuset/cpuset.mems"] = "0\n",
            ["/sys/fs/cgroup/blkio/blkio.bfq.io_service_bytes"] = "",
            ["/sys/fs/cgroup/blkio/blkio.throttle.read_bps_device"] = "",
            ["/sys/fs/cgroup/blkio/blkio.throttle.write_bps_device"] = "",
            ["/sys/fs/cgroup/blkio/blkio.throttle.read_iops_device"] = "",
            ["/sys/fs/cgroup/blkio/blkio.throttle.write_iops_device"] = "",
        });

    /// <summary>v1 as far as possible, of an old machine: no swap accounting, no BFQ, no realtime groups.</summary>
    public static Hosts BareVersion1 { get; } = new(
        [.. Controllers[..7].Select(name => new CgroupHierarchy($"/sys/fs/cgroup/{name}", false, [name], "/"))], []);

    /// <summary>v2 alone.</summary>
    public static Hosts Unified { get; } = new(
        [new CgroupHierarchy("/sys/fs/cgroup", true, [], "/")],
        new Dictionary<string, string>
        {
            ["/sys/fs/cgroup/cgroup.controllers"] = "cpuset cpu io memory hugetlb pids rdma misc\n",
            ["/sys/fs/cgroup/cpuset.cpus.effective"] = "0-3\n",
            ["/sys/fs/cgroup/cpuset.mems.effective"] = "0\n",
        });

    /// <summary>v1 for most, and a v2 that has what is left.</summary>
    public static Hosts Hybrid { get; } = new(
        [.. BareVersion1._hierarchies, new CgroupHierarchy("/sys/fs/cgroup/unified", true, [], "/")],
        new Dictionary<string, string> { ["/sys/fs/cgroup/unified/cgroup.controllers"] = "hugetlb\n" });

    /// <summary>No cgroups at all.</summary>
    public static Hosts None { get; } = new([], []);

    public HostCheck Check() => LimitCheck.Run(_hierarchies, _files.GetValueOrDefault);

    /// <summary>The plan for limits, without the devices that every plan has.</summary>
    public string Plan(LinuxResources resources)
    {
        LinuxResourcePlan plan = Whole(resources);
        return string.Join('\n', plan.Writes.Where(write => !write.File.StartsWith("devices.", StringComparison.Ordinal)));
    }

    public LinuxResourcePlan Whole(LinuxResources resources, params LinuxDevice[] devices) => LinuxResourcePlan.Compose(
        new RuntimeConfig { Linux = new LinuxConfig { Resources = resources, Devices = devices } }, _hierarchies, _files.GetValueOrDefault);

    /// <summary>The refusal of limits.</summary>
    public KnastException Refusal(LinuxResources resources) => Assert.Throws<KnastException>(() => Whole(resources));
}
