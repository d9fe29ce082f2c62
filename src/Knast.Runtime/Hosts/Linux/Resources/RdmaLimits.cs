using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Limits of remote direct memory access (runtime-spec config-linux.md "RDMA"; kernel admin-guide/cgroup-v1/rdma.rst); v1 and v2 have the same file.</summary>
internal static class RdmaLimits
{
    /// <summary>Adds the writes.</summary>
    public static void Add(CgroupWrites writes, IReadOnlyDictionary<string, LinuxRdma> devices)
    {
        foreach ((string device, LinuxRdma limits) in devices)
        {
            string pointer = ResourceRefusal.Member("rdma", device);
            CgroupHierarchy hierarchy = writes.Require("rdma", pointer, "rdma");
            string handles = limits.HcaHandles is { } most ? $" hca_handle={most}" : "";
            string objects = limits.HcaObjects is { } many ? $" hca_object={many}" : "";
            writes.Add(hierarchy, "rdma.max", $"{device}{handles}{objects}", pointer);
        }
    }
}
