using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>What the Linux host cannot apply yet, and therefore refuses (runtime-spec config.md: a property that cannot be applied is an error).</summary>
internal static class LinuxUnsupported
{
    /// <summary>Throws for the first property that cannot be applied.</summary>
    public static void Check(RuntimeConfig config)
    {
        foreach ((string pointer, string why) in Find(config))
        {
            throw new KnastException(
                "NotSupported", KnastErrorKind.NotSupported, $"{pointer}: {why}", pointer, "docs/status.md lists what is not there yet.");
        }
    }

    private static IEnumerable<(string Pointer, string Why)> Find(RuntimeConfig config)
    {
        if (config.FreeBsd is not null)
        {
            yield return ("/freebsd", "this host is Linux and has no jails.");
        }

        foreach ((string, string) found in FindInProcess(config.Process))
        {
            yield return found;
        }

        if (config.Hooks is { } hooks && HasAny(hooks))
        {
            yield return ("/hooks", "Knast does not run hooks yet.");
        }

        for (int index = 0; index < config.Mounts.Count; index++)
        {
            Mount mount = config.Mounts[index];
            if (mount.UidMappings.Count + mount.GidMappings.Count > 0 || mount.Options.Any(option => option is "idmap" or "ridmap"))
            {
                yield return ($"/mounts/{index}", "Knast does not make id-mapped mounts yet.");
            }

            if (mount.Options.Contains("tmpcopyup"))
            {
                yield return ($"/mounts/{index}/options", "Knast does not do tmpcopyup yet.");
            }
        }

        foreach ((string, string) found in FindInLinux(config.Linux))
        {
            yield return found;
        }
    }

    private static bool HasAny(Hooks hooks) =>
        hooks.Prestart.Count + hooks.CreateRuntime.Count + hooks.CreateContainer.Count
        + hooks.StartContainer.Count + hooks.Poststart.Count + hooks.Poststop.Count > 0;

    private static IEnumerable<(string Pointer, string Why)> FindInProcess(ContainerProcess? process)
    {
        if (process is null)
        {
            yield return ("/process", "there is nothing to run; a container without process is not supported yet.");
            yield break;
        }

        (bool IsSet, string Name)[] properties =
        [
            (process.Terminal, "terminal"), (!string.IsNullOrEmpty(process.ApparmorProfile), "apparmorProfile"),
            (!string.IsNullOrEmpty(process.SelinuxLabel), "selinuxLabel"), (process.Scheduler is not null, "scheduler"),
            (process.IoPriority is not null, "ioPriority"), (process.ExecCpuAffinity is not null, "execCPUAffinity"),
        ];
        foreach ((_, string name) in properties.Where(property => property.IsSet))
        {
            yield return ($"/process/{name}", $"Knast does not apply {name} yet.");
        }
    }

    private static IEnumerable<(string Pointer, string Why)> FindInLinux(LinuxConfig? linux)
    {
        if (linux is null)
        {
            yield break;
        }

        for (int index = 0; index < linux.Namespaces.Count; index++)
        {
            if (linux.Namespaces[index].Type is "user" or "time")
            {
                yield return ($"/linux/namespaces/{index}", $"Knast does not make {linux.Namespaces[index].Type} namespaces yet.");
            }
        }

        (bool IsSet, string Name)[] properties =
        [
            (linux.UidMappings.Count > 0, "uidMappings"), (linux.GidMappings.Count > 0, "gidMappings"), (linux.TimeOffsets.Count > 0, "timeOffsets"),
            (linux.NetDevices.Count > 0, "netDevices"), (linux.IntelRdt is not null, "intelRdt"), (linux.MemoryPolicy is not null, "memoryPolicy"),
            (linux.Seccomp is not null, "seccomp"), (!string.IsNullOrEmpty(linux.MountLabel), "mountLabel"), (linux.Personality is not null, "personality"),
        ];
        foreach ((_, string name) in properties.Where(property => property.IsSet))
        {
            yield return ($"/linux/{name}", $"Knast does not apply {name} yet.");
        }
    }
}
