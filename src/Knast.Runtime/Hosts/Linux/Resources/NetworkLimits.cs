using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Class and priority of network packets (runtime-spec config-linux.md "Network"); cgroup v1 alone has them.</summary>
internal static class NetworkLimits
{
    private const string Here = ResourceRefusal.Root + "/network";

    /// <summary>Adds the writes.</summary>
    public static void Add(CgroupWrites writes, LinuxNetwork? network)
    {
        if (network?.ClassId is { } classId)
        {
            CgroupHierarchy hierarchy = writes.Require("net_cls", $"{Here}/classID", unifiedController: null);
            writes.Add(hierarchy, "net_cls.classid", classId, $"{Here}/classID");
        }

        IReadOnlyList<LinuxInterfacePriority> priorities = network?.Priorities ?? [];
        for (int index = 0; index < priorities.Count; index++)
        {
            string pointer = $"{Here}/priorities/{index}";
            CgroupHierarchy hierarchy = writes.Require("net_prio", pointer, unifiedController: null);
            writes.Add(hierarchy, "net_prio.ifpriomap", $"{priorities[index].Name} {priorities[index].Priority}", pointer);
        }
    }
}
