namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>
/// Which cgroups a configuration may ask for (runtime-spec config-linux.md "Cgroups Path": a path may be invalid, a cgroup that is not empty unfit).
/// The container's end is the end of every process of its cgroup, so the cgroup must be the container's alone.
/// </summary>
internal static class CgroupPathRules
{
    private const string Pointer = "/linux/cgroupsPath";

    /// <summary>Refuses what would hold others' processes.</summary>
    /// <param name="asked">The path as it was configured; null or empty for none.</param>
    /// <param name="path">The cgroup that this means, absolute within each hierarchy.</param>
    /// <param name="cgroups">The host's cgroups.</param>
    /// <exception cref="KnastException"><c>ConfigInvalid</c>, <c>CgroupNotEmpty</c>.</exception>
    public static void Check(string? asked, string path, CgroupTree cgroups)
    {
        if (string.IsNullOrEmpty(asked))
        {
            return;
        }

        if (asked.Contains('\0', StringComparison.Ordinal) || asked.Split('/').Any(part => part is "." or ".."))
        {
            throw ResourceRefusal.Invalid(Pointer, $"\"{asked}\" is no path of a cgroup: it has a part that leads elsewhere.");
        }

        if (path.Length == 0 || path == CgroupTree.OwnParent)
        {
            throw ResourceRefusal.Invalid(Pointer, $"\"{asked}\" is the cgroup of others too; a container needs one of its own, such as \"{CgroupTree.OwnParent}/web\".");
        }

        IReadOnlyList<int> processes = cgroups.Processes(path);
        if (processes.Count > 0)
        {
            throw new KnastException(
                "CgroupNotEmpty", KnastErrorKind.InvalidState,
                $"{Pointer}: the cgroup {path} has {processes.Count} processes of others ({string.Join(", ", processes.Take(5))}); a container needs one of its own.",
                asked, "Choose another path, or leave it out.");
        }
    }
}
