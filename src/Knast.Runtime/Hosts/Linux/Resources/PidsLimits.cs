using System.Globalization;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>The limit of tasks (runtime-spec config-linux.md "PIDs"): -1 is none, and 0 is a limit like any other: nothing can be forked.</summary>
internal static class PidsLimits
{
    private const string Pointer = ResourceRefusal.Root + "/pids/limit";

    /// <summary>Adds the write.</summary>
    public static void Add(CgroupWrites writes, LinuxPids? pids)
    {
        if (pids?.Limit is { } limit)
        {
            CgroupHierarchy hierarchy = writes.Require("pids", Pointer, "pids");
            writes.Add(hierarchy, "pids.max", limit < 0 ? "max" : limit.ToString(CultureInfo.InvariantCulture), Pointer);
        }
    }
}
