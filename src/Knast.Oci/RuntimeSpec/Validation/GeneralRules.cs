using Knast.Oci.Json;

namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>Version, root, names and annotations.</summary>
internal static class GeneralRules
{
    private const string VersionRule = "runtime-spec config.md#specification-version";
    private const string RootRule = "runtime-spec config.md#root";
    private const string HostnameRule = "runtime-spec config.md#hostname";
    private const string DomainnameRule = "runtime-spec config.md#domainname";
    private const string AnnotationsRule = "runtime-spec config.md#annotations";

    public static void Check(RuntimeConfig config, RuntimePlatform platform, Findings findings)
    {
        CheckVersion(config.OciVersion, findings);
        CheckRoot(config.Root, findings);
        CheckName(config, config.Hostname, "/hostname", HostnameRule, platform, findings);
        CheckName(config, config.Domainname, "/domainname", DomainnameRule, platform, findings);
        foreach (var (key, value) in config.Annotations)
        {
            var pointer = $"/annotations/{JsonPointer.Escape(key)}";
            if (key.Length == 0)
                findings.Add(pointer, "The key of an annotation is empty.", AnnotationsRule);
            findings.Text(key, pointer, AnnotationsRule);
            findings.Text(value, pointer, AnnotationsRule);
        }
    }

    private static void CheckVersion(string version, Findings findings)
    {
        const string Pointer = "/ociVersion";
        if (!findings.Required(version, Pointer, "The version of the specification", VersionRule))
            return;
        var major = SemanticVersion.MajorOf(version);
        if (major is null)
            findings.Add(Pointer, $"'{version}' is no version of SemVer 2.0.0, such as '{RuntimeConfig.CurrentVersion}'.", VersionRule);
        else if (major != "1")
            findings.Add(Pointer, $"The version '{version}' is of major version {major}; only 1 is supported.", VersionRule);
    }

    private static void CheckRoot(RootFilesystem? root, Findings findings)
    {
        if (root is null)
            findings.Add("/root", "The root filesystem is missing; it is required.", RootRule);
        else
            findings.Required(root.Path, "/root/path", "The path of the root filesystem", RootRule);
    }

    private static void CheckName(
        RuntimeConfig config, string? name, string pointer, string rule, RuntimePlatform platform, Findings findings)
    {
        if (string.IsNullOrEmpty(name) || !findings.Text(name, pointer, rule))
            return;
        if (platform == RuntimePlatform.Linux && config.Linux?.Namespaces.Any(n => n.Type == LinuxNamespace.Uts) is not true)
            findings.Add(pointer, $"'{name}' would become the name of the host, as there is no uts namespace in /linux/namespaces.", rule);
        if (platform == RuntimePlatform.FreeBsd && config.FreeBsd?.Jail?.Host == FreeBsdJail.Inherit)
            findings.Add(pointer, $"'{name}' cannot be set, as /freebsd/jail/host is 'inherit'.", rule);
    }
}
