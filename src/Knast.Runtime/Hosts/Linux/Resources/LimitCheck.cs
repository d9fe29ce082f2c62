namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Tells which limits this host can apply.</summary>
internal static class LimitCheck
{
    private static readonly string[] Expected = ["memory", "cpu", "cpuset", "pids", "blkio"];

    private static readonly (string Name, string? UnifiedName)[] Controllers =
    [
        .. Expected.Select(name => (name, name == "blkio" ? "io" : name)), ("hugetlb", "hugetlb"), ("rdma", "rdma"), ("net_cls", null), ("net_prio", null),
    ];

    /// <summary>Looks for the controllers.</summary>
    /// <param name="hierarchies">The host's cgroup hierarchies.</param>
    /// <param name="read">Reads a file of the host; null where there is none.</param>
    public static HostCheck Run(IReadOnlyList<CgroupHierarchy> hierarchies, Func<string, string?> read)
    {
        var writes = new CgroupWrites(hierarchies, read);
        string[] found =
        [
            .. Controllers.Where(controller => writes.Find(controller.Name, controller.UnifiedName) is not null).Select(controller => controller.Name),
            .. writes.Version1("devices") is not null || writes.Unified is not null ? (string[])["devices"] : [],
        ];
        string[] missing = [.. Controllers.Select(controller => controller.Name).Append("devices").Except(found)];
        string detail = (found.Length, missing.Length) switch
        {
            (0, _) => "No controller is there.",
            (_, 0) => string.Join(", ", found),
            _ => $"{string.Join(", ", found)}; not {string.Join(", ", missing)}",
        };
        return missing.Intersect(Expected.Append("devices")).Any()
            ? new HostCheck("Limits", found.Length == 0 ? HostCheckStatus.Missing : HostCheckStatus.Limited, detail, "The kernel must have the controllers; those of cgroup v1 must be mounted, such as: mount -t cgroup -o pids cgroup /sys/fs/cgroup/pids.")
            : new HostCheck("Limits", HostCheckStatus.Available, detail);
    }
}
