namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Files of cgroup v2, written as they are given, line by line (runtime-spec config-linux.md "Unified").</summary>
internal static class UnifiedLimits
{
    /// <summary>Adds the writes.</summary>
    public static void Add(CgroupWrites writes, IReadOnlyDictionary<string, string> files)
    {
        foreach ((string file, string value) in files)
        {
            string pointer = ResourceRefusal.Member("unified", file);
            CgroupHierarchy hierarchy = Find(writes, file, pointer);
            foreach (string line in value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                writes.Add(hierarchy, file, line, pointer);
            }
        }
    }

    private static CgroupHierarchy Find(CgroupWrites writes, string file, string pointer)
    {
        int dot = file.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || file.AsSpan().ContainsAny('/', '\0'))
        {
            throw ResourceRefusal.Invalid(pointer, $"\"{file}\" names no file of a cgroup; these are \"controller.property\" without \"/\".");
        }

        CgroupHierarchy unified = writes.Unified
            ?? throw ResourceRefusal.NotSupported(pointer, "cgroup v2 is not mounted on this host.");
        string controller = file[..dot];
        return controller == "cgroup" ? unified : writes.RequireUnified(controller, pointer);
    }
}
