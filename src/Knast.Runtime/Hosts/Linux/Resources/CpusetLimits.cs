using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Which processors and memory nodes are used (runtime-spec config-linux.md "CPU"; cpuset(7)).</summary>
internal static class CpusetLimits
{
    private const string Here = ResourceRefusal.Root + "/cpu";

    /// <summary>Adds the writes.</summary>
    public static void Add(CgroupWrites writes, LinuxCpu? cpu)
    {
        Add(writes, cpu?.Cpus, "cpus", "processors");
        Add(writes, cpu?.Mems, "mems", "memory nodes");
    }

    private static void Add(CgroupWrites writes, string? list, string name, string what)
    {
        if (string.IsNullOrEmpty(list))
        {
            return;
        }

        string pointer = $"{Here}/{name}";
        CgroupHierarchy hierarchy = writes.Require("cpuset", pointer, "cpuset");
        string available = writes.Read($"{hierarchy.MountPoint}/cpuset.{name}{(hierarchy.IsUnified ? ".effective" : "")}")?.Trim() ?? "";
        if (NumberRanges.TryParse(available) is { } there && NumberRanges.TryParse(list) is { } wanted && !there.Covers(wanted))
        {
            throw ResourceRefusal.NotSupported(pointer, $"\"{list}\" names {what} that this host does not have; it has {available}.");
        }

        writes.Add(hierarchy, $"cpuset.{name}", list, pointer);
    }
}
