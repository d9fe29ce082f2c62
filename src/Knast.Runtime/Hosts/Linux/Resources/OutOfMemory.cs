using System.Globalization;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Tells whether the kernel killed in a cgroup for want of memory.</summary>
internal static class OutOfMemory
{
    private const string Key = "oom_kill ";

    /// <summary>Asks the cgroup (kernel admin-guide/cgroup-v1/memory.rst "OOM Control", cgroup-v2.rst "memory.events").</summary>
    /// <param name="cgroups">The host's cgroups.</param>
    /// <param name="files">The host's files.</param>
    /// <param name="path">The cgroup's path, absolute within each hierarchy.</param>
    public static bool HasKilled(CgroupTree cgroups, KernelFiles files, string path)
    {
        CgroupHierarchy? hierarchy = cgroups.Hierarchies.FirstOrDefault(item => item.Controllers.Contains("memory"))
            ?? cgroups.Hierarchies.FirstOrDefault(item => item.IsUnified);
        return hierarchy is not null
            && Kills(files.TryRead($"{hierarchy.MountPoint}{path}/{(hierarchy.IsUnified ? "memory.events" : "memory.oom_control")}") ?? "") > 0;
    }

    /// <summary>Reads how often, of the content of such a file; 0 where it does not say.</summary>
    public static long Kills(string text) => text.Split('\n')
        .Where(line => line.StartsWith(Key, StringComparison.Ordinal))
        .Select(line => long.TryParse(line.AsSpan(Key.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long kills) ? kills : 0)
        .FirstOrDefault();
}
