using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>What is done to a container's cgroup before its first process joins it: plain data.</summary>
internal sealed record LinuxResourcePlan
{
    /// <summary>Files and values, in the order in which they are written.</summary>
    public IReadOnlyList<CgroupWrite> Writes { get; init; } = [];

    /// <summary>Controllers of cgroup v2 that every cgroup above the container's must give to its children (cgroup.subtree_control).</summary>
    public IReadOnlyList<string> UnifiedControllers { get; init; } = [];

    /// <summary>The program that decides on devices, where cgroup v2 has to do it.</summary>
    public DeviceFilter? DeviceFilter { get; init; }

    /// <summary>The new limit of memory in bytes that must not be below what is in use already; null where the kernel sees to it or nobody asked.</summary>
    public long? MemoryToFit { get; init; }

    /// <summary>Plans the limits and devices of a configuration.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="hierarchies">The host's cgroup hierarchies; one of v1 goes before v2 for the controllers that it has.</param>
    /// <param name="read">Reads a file of the host; null where there is none.</param>
    /// <exception cref="KnastException"><c>NotSupported</c>, <c>ConfigInvalid</c>: name the property by its JSON pointer.</exception>
    public static LinuxResourcePlan Compose(RuntimeConfig config, IReadOnlyList<CgroupHierarchy> hierarchies, Func<string, string?> read)
    {
        var writes = new CgroupWrites(hierarchies, read);
        LinuxResources resources = config.Linux?.Resources ?? new LinuxResources();
        DeviceFilter? filter = DeviceLimits.Add(writes, resources.Devices, config.Linux?.Devices ?? []);
        long? memoryToFit = MemoryLimits.Add(writes, resources.Memory);
        CpuLimits.Add(writes, resources.Cpu);
        CpusetLimits.Add(writes, resources.Cpu);
        PidsLimits.Add(writes, resources.Pids);
        BlockIoLimits.Add(writes, resources.BlockIo);
        HugepageLimits.Add(writes, resources.HugepageLimits);
        NetworkLimits.Add(writes, resources.Network);
        RdmaLimits.Add(writes, resources.Rdma);
        UnifiedLimits.Add(writes, resources.Unified);
        return new LinuxResourcePlan
        {
            Writes = writes.All,
            UnifiedControllers = writes.UnifiedControllers,
            DeviceFilter = filter,
            MemoryToFit = memoryToFit,
        };
    }
}
