namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>Mounts.</summary>
internal static class MountRules
{
    private const string Rule = "runtime-spec config.md#mounts";
    private const string OptionsRule = "runtime-spec config.md#linux-mount-options";
    private const string PosixRule = "runtime-spec config.md#posix-platform-mounts";

    // These change a mount that is there, and so need neither a type nor a source (mount(2)).
    private static readonly HashSet<string> Changes =
    [
        "remount", "shared", "rshared", "slave", "rslave", "private", "rprivate", "unbindable", "runbindable",
    ];

    public static void Check(RuntimeConfig config, RuntimePlatform platform, Findings findings)
    {
        var hasUserNamespace = config.Linux?.Namespaces.Any(n => n.Type == LinuxNamespace.User) is true;
        for (var i = 0; i < config.Mounts.Count; i++)
        {
            var mount = config.Mounts[i];
            var pointer = $"/mounts/{i}";
            CheckTexts(mount, pointer, platform, findings);
            CheckKind(mount, pointer, platform, findings);
            if (platform == RuntimePlatform.Linux)
                CheckIdMappings(mount, pointer, hasUserNamespace, findings);
        }
    }

    private static void CheckTexts(Mount mount, string pointer, RuntimePlatform platform, Findings findings)
    {
        if (platform == RuntimePlatform.Linux)
            findings.Required(mount.Destination, $"{pointer}/destination", "The destination of the mount", Rule);
        else
            findings.AbsolutePath(mount.Destination, $"{pointer}/destination", "The destination of the mount", Rule);
        findings.Text(mount.Source, $"{pointer}/source", Rule);
        findings.Text(mount.Type, $"{pointer}/type", PosixRule);
        for (var i = 0; i < mount.Options.Count; i++)
            findings.Text(mount.Options[i], $"{pointer}/options/{i}", Rule);
    }

    private static void CheckKind(Mount mount, string pointer, RuntimePlatform platform, Findings findings)
    {
        var isBind = mount.Options.Any(o => o is "bind" or "rbind") || mount.Type is "bind" or "nullfs";
        if (isBind && string.IsNullOrEmpty(mount.Source))
            findings.Add($"{pointer}/source", "A bind mount needs a source: a path, absolute or relative to the bundle.", Rule);
        var isChange = platform == RuntimePlatform.Linux && mount.Options.Any(Changes.Contains);
        if (!isBind && !isChange && string.IsNullOrEmpty(mount.Type))
            findings.Add($"{pointer}/type", "The type of the filesystem is missing, and the mount is no bind mount.", PosixRule);
    }

    private static void CheckIdMappings(Mount mount, string pointer, bool hasUserNamespace, Findings findings)
    {
        var hasUids = mount.UidMappings.Count > 0;
        var hasGids = mount.GidMappings.Count > 0;
        if (hasUids != hasGids)
        {
            var (given, missing) = hasUids ? ("uidMappings", "gidMappings") : ("gidMappings", "uidMappings");
            findings.Add($"{pointer}/{missing}", $"{missing} must be given along with {given}.", PosixRule);
        }

        IdMappingRules.Check(mount.UidMappings, $"{pointer}/uidMappings", PosixRule, findings);
        IdMappingRules.Check(mount.GidMappings, $"{pointer}/gidMappings", PosixRule, findings);
        if (mount.Options.Any(o => o is "idmap" or "ridmap") && !hasUids && !hasGids && !hasUserNamespace)
        {
            findings.Add(
                $"{pointer}/options",
                "The mount is to be idmapped, but has no mappings, and there is no user namespace to take them from.",
                OptionsRule);
        }
    }
}
