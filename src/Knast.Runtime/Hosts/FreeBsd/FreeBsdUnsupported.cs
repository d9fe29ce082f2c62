using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>What the FreeBSD host cannot apply, and therefore refuses (runtime-spec config.md: a property that cannot be applied is an error).</summary>
internal static class FreeBsdUnsupported
{
    /// <summary>Throws for the first property that cannot be applied.</summary>
    public static void Check(RuntimeConfig config)
    {
        foreach ((string pointer, string why) in Find(config))
        {
            throw new KnastException(
                "NotSupported", KnastErrorKind.NotSupported, $"{pointer}: {why}", pointer, "docs/status.md lists what is not there.");
        }
    }

    private static IEnumerable<(string Pointer, string Why)> Find(RuntimeConfig config)
    {
        if (config.Process is not { } process)
        {
            yield return ("/process", "there is nothing to run; a container without process is not supported yet.");
            yield break;
        }

        const string linuxOnly = "FreeBSD has no such thing.";
        (bool IsSet, string Pointer, string Why)[] properties =
        [
            (process.Terminal, "/process/terminal", "Knast does not give terminals yet."),
            (process.Capabilities is { } sets && (sets.Bounding.Count + sets.Effective.Count + sets.Permitted.Count) > 0, "/process/capabilities", "FreeBSD jails have allow.* parameters instead."),
            (!string.IsNullOrEmpty(process.ApparmorProfile), "/process/apparmorProfile", linuxOnly),
            (!string.IsNullOrEmpty(process.SelinuxLabel), "/process/selinuxLabel", linuxOnly),
            (process.OomScoreAdj is not null and not 0, "/process/oomScoreAdj", linuxOnly),
            (process.Scheduler is not null, "/process/scheduler", linuxOnly),
            (process.IoPriority is not null, "/process/ioPriority", linuxOnly),
            (process.ExecCpuAffinity is not null, "/process/execCPUAffinity", linuxOnly),
            (config.Hooks is { } hooks && HasAny(hooks), "/hooks", "Knast does not run hooks yet."),
            (config.FreeBsd?.Jail?.VnetInterfaces.Count > 0, "/freebsd/jail/vnetInterfaces", "Knast does not move interfaces yet."),
            (!string.IsNullOrEmpty(config.FreeBsd?.Jail?.Interface), "/freebsd/jail/interface", "Knast does not add addresses to interfaces yet."),
            (config.Linux?.Namespaces.Count > 0, "/linux/namespaces", "a jail takes the place of namespaces."),
            (config.Linux?.Seccomp is not null, "/linux/seccomp", linuxOnly),
            (config.Linux?.Devices.Count > 0, "/linux/devices", "name devices in /freebsd/devices."),
            (config.Linux?.Sysctl.Count > 0, "/linux/sysctl", linuxOnly),
            (config.Linux?.MaskedPaths.Count > 0, "/linux/maskedPaths", linuxOnly),
            (config.Linux?.ReadonlyPaths.Count > 0, "/linux/readonlyPaths", linuxOnly),
            (config.Linux?.UidMappings.Count > 0, "/linux/uidMappings", linuxOnly),
        ];
        foreach ((_, string pointer, string why) in properties.Where(property => property.IsSet))
        {
            yield return (pointer, why);
        }
    }

    private static bool HasAny(Hooks hooks) =>
        hooks.Prestart.Count + hooks.CreateRuntime.Count + hooks.CreateContainer.Count
        + hooks.StartContainer.Count + hooks.Poststart.Count + hooks.Poststop.Count > 0;
}
