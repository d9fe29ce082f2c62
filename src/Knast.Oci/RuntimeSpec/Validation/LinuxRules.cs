using Knast.Oci.Json;

namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>The section for Linux.</summary>
internal static class LinuxRules
{
    private const string File = "runtime-spec config-linux.md";
    private const long MaxDeviceNumber = uint.MaxValue;
    private const uint NanosecondsOfASecond = 1_000_000_000;
    private const int MaxInterfaceName = 15;

    private static readonly string[] NamespaceTypes =
    [
        LinuxNamespace.Pid, LinuxNamespace.Network, LinuxNamespace.MountTable, LinuxNamespace.Ipc, LinuxNamespace.Uts, LinuxNamespace.User,
        LinuxNamespace.Cgroup, LinuxNamespace.Time,
    ];

    private static readonly string[] DeviceTypes = ["c", "b", "u", "p"];
    private static readonly string[] Clocks = ["monotonic", "boottime"];
    private static readonly string[] PersonalityDomains = ["LINUX", "LINUX32"];

    // The last four are not in the specification; docker and podman write them, and they mean the same for a root.
    private static readonly string[] Propagations =
    [
        "shared", "slave", "private", "unbindable", "rshared", "rslave", "rprivate", "runbindable",
    ];

    private static readonly string[] MemoryPolicyModes =
    [
        "MPOL_DEFAULT", "MPOL_BIND", "MPOL_INTERLEAVE", "MPOL_WEIGHTED_INTERLEAVE", "MPOL_PREFERRED", "MPOL_PREFERRED_MANY", "MPOL_LOCAL",
    ];

    private static readonly string[] MemoryPolicyFlags = ["MPOL_F_NUMA_BALANCING", "MPOL_F_RELATIVE_NODES", "MPOL_F_STATIC_NODES"];

    public static void Check(LinuxConfig linux, Findings findings)
    {
        CheckNamespaces(linux, findings);
        CheckUserNamespace(linux, findings);
        CheckTimeOffsets(linux, findings);
        CheckDevices(linux, findings);
        CheckNetDevices(linux, findings);
        findings.Text(linux.CgroupsPath, "/linux/cgroupsPath", $"{File}#cgroups-path");
        if (linux.Resources is { } resources)
            LinuxResourceRules.Check(resources, "/linux/resources", findings);
        if (linux.IntelRdt is { } rdt)
            CheckIntelRdt(rdt, findings);
        CheckMemoryPolicy(linux, findings);
        CheckSysctl(linux, findings);
        if (linux.Seccomp is { } seccomp)
            SeccompRules.Check(seccomp, findings);
        CheckPathsAndPropagation(linux, findings);
        CheckPersonality(linux, findings);
    }

    private static void CheckNamespaces(LinuxConfig linux, Findings findings)
    {
        const string Rule = File + "#namespaces";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < linux.Namespaces.Count; i++)
        {
            var (item, here) = (linux.Namespaces[i], $"/linux/namespaces/{i}");
            if (findings.Required(item.Type, $"{here}/type", "The type of the namespace", Rule))
            {
                findings.OneOf(item.Type, NamespaceTypes, $"{here}/type", "The type of namespace", Rule);
                if (!seen.Add(item.Type))
                    findings.Add($"{here}/type", $"There are two namespaces of type '{item.Type}'.", Rule);
            }

            if (!string.IsNullOrEmpty(item.Path))
                findings.AbsolutePath(item.Path, $"{here}/path", "The path of the namespace", Rule);
        }
    }

    private static void CheckUserNamespace(LinuxConfig linux, Findings findings)
    {
        const string Rule = File + "#user-namespace-mappings";
        IdMappingRules.Check(linux.UidMappings, "/linux/uidMappings", Rule, findings);
        IdMappingRules.Check(linux.GidMappings, "/linux/gidMappings", Rule, findings);
        if (linux.Namespaces.Any(n => n.Type == LinuxNamespace.User))
            return;
        if (linux.UidMappings.Count > 0)
            findings.Add("/linux/uidMappings", "Ids are to be mapped, but /linux/namespaces has no user namespace.", Rule);
        if (linux.GidMappings.Count > 0)
            findings.Add("/linux/gidMappings", "Ids are to be mapped, but /linux/namespaces has no user namespace.", Rule);
    }

    private static void CheckTimeOffsets(LinuxConfig linux, Findings findings)
    {
        const string Rule = File + "#offset-for-time-namespace";
        foreach (var (clock, offset) in linux.TimeOffsets)
        {
            var here = $"/linux/timeOffsets/{JsonPointer.Escape(clock)}";
            findings.OneOf(clock, Clocks, here, "The clock", Rule);
            if (offset.Nanosecs >= NanosecondsOfASecond)
                findings.Add($"{here}/nanosecs", $"{offset.Nanosecs} nanoseconds are a second or more; they belong into secs.", Rule);
        }

        if (linux.TimeOffsets.Count > 0 && !linux.Namespaces.Any(n => n.Type == LinuxNamespace.Time))
            findings.Add("/linux/timeOffsets", "Clocks are to be offset, but /linux/namespaces has no time namespace.", Rule);
    }

    private static void CheckDevices(LinuxConfig linux, Findings findings)
    {
        const string Rule = File + "#devices";
        for (var i = 0; i < linux.Devices.Count; i++)
        {
            var (device, here) = (linux.Devices[i], $"/linux/devices/{i}");
            findings.AbsolutePath(device.Path, $"{here}/path", "The path of the device", Rule);
            if (findings.Required(device.Type, $"{here}/type", "The type of the device", Rule))
                findings.OneOf(device.Type, DeviceTypes, $"{here}/type", "The type of device", Rule);
            if (device.Type != "p" && device.Major is null)
                findings.Add($"{here}/major", "The major number is missing; it is required unless the type is 'p'.", Rule);
            if (device.Type != "p" && device.Minor is null)
                findings.Add($"{here}/minor", "The minor number is missing; it is required unless the type is 'p'.", Rule);
            findings.Range(device.Major, 0, MaxDeviceNumber, $"{here}/major", "The major number", Rule);
            findings.Range(device.Minor, 0, MaxDeviceNumber, $"{here}/minor", "The minor number", Rule);
        }
    }

    private static void CheckNetDevices(LinuxConfig linux, Findings findings)
    {
        const string Rule = File + "#network-devices";
        foreach (var (name, device) in linux.NetDevices)
        {
            var here = $"/linux/netDevices/{JsonPointer.Escape(name)}";
            CheckInterfaceName(name, here, Rule, findings);
            if (!string.IsNullOrEmpty(device.Name))
                CheckInterfaceName(device.Name, $"{here}/name", Rule, findings);
        }
    }

    private static void CheckInterfaceName(string name, string pointer, string rule, Findings findings)
    {
        var valid = name.Length is > 0 and <= MaxInterfaceName && name is not ("." or "..")
            && !name.Any(c => c is '/' or ':' or '\0' || char.IsWhiteSpace(c));
        if (!valid)
            findings.Add(pointer, $"'{name}' cannot name a network device: at most {MaxInterfaceName} characters, no '/' or ':'.", rule);
    }

    private static void CheckIntelRdt(LinuxIntelRdt rdt, Findings findings)
    {
        const string Rule = File + "#intelrdt";
        if (rdt.ClosId is { Length: > 0 } id && id != "/" && (id is "." or ".." || id.AsSpan().ContainsAny('/', '\n', '\0')))
            findings.Add("/linux/intelRdt/closID", $"'{id}' cannot name a directory of the resctrl filesystem.", Rule);
        if (rdt.MemBwSchema is { Length: > 0 } memBw && !memBw.StartsWith("MB:", StringComparison.Ordinal))
            findings.Add("/linux/intelRdt/memBwSchema", $"'{memBw}' does not start with 'MB:'.", Rule);
        CheckOneLine(rdt.MemBwSchema, "/linux/intelRdt/memBwSchema", Rule, findings);
        CheckOneLine(rdt.L3CacheSchema, "/linux/intelRdt/l3CacheSchema", Rule, findings);
        for (var i = 0; i < rdt.Schemata.Count; i++)
            CheckOneLine(rdt.Schemata[i], $"/linux/intelRdt/schemata/{i}", Rule, findings);
    }

    private static void CheckOneLine(string? value, string pointer, string rule, Findings findings)
    {
        if (value?.Contains('\n', StringComparison.Ordinal) is true)
            findings.Add(pointer, "The schema has more than one line.", rule);
    }

    private static void CheckMemoryPolicy(LinuxConfig linux, Findings findings)
    {
        const string Rule = File + "#memory-policy";
        if (linux.MemoryPolicy is not { } policy)
            return;
        if (findings.Required(policy.Mode, "/linux/memoryPolicy/mode", "The mode of the memory policy", Rule))
            findings.OneOf(policy.Mode, MemoryPolicyModes, "/linux/memoryPolicy/mode", "The mode", Rule);
        findings.EachOneOf(policy.Flags, MemoryPolicyFlags, "/linux/memoryPolicy/flags", "The flag", Rule);
        findings.NumberList(policy.Nodes, "/linux/memoryPolicy/nodes", "The list of memory nodes", Rule);
    }

    // The name becomes a path below /proc/sys: sysctl(8) takes both separators, and an empty or dotted component would leave it.
    private static void CheckSysctl(LinuxConfig linux, Findings findings)
    {
        const string Rule = File + "#sysctl";
        foreach (var (name, value) in linux.Sysctl)
        {
            var here = $"/linux/sysctl/{JsonPointer.Escape(name)}";
            if (name.Length == 0 || name.Split('.', '/').Any(part => part.Length == 0 || part.Any(c => c == '\0' || char.IsWhiteSpace(c))))
                findings.Add(here, $"'{name}' cannot name a kernel parameter, such as 'net.ipv4.ip_forward'.", Rule);
            findings.Text(value, here, Rule);
        }
    }

    private static void CheckPathsAndPropagation(LinuxConfig linux, Findings findings)
    {
        if (!string.IsNullOrEmpty(linux.RootfsPropagation))
        {
            findings.OneOf(
                linux.RootfsPropagation, Propagations, "/linux/rootfsPropagation", "The propagation", $"{File}#rootfs-mount-propagation");
        }

        for (var i = 0; i < linux.MaskedPaths.Count; i++)
            findings.AbsolutePath(linux.MaskedPaths[i], $"/linux/maskedPaths/{i}", "The masked path", $"{File}#masked-paths");
        for (var i = 0; i < linux.ReadonlyPaths.Count; i++)
            findings.AbsolutePath(linux.ReadonlyPaths[i], $"/linux/readonlyPaths/{i}", "The read-only path", $"{File}#readonly-paths");
        findings.Text(linux.MountLabel, "/linux/mountLabel", $"{File}#mount-label");
    }

    private static void CheckPersonality(LinuxConfig linux, Findings findings)
    {
        const string Rule = File + "#personality";
        if (linux.Personality is not { } personality)
            return;
        if (findings.Required(personality.Domain, "/linux/personality/domain", "The domain of the personality", Rule))
            findings.OneOf(personality.Domain, PersonalityDomains, "/linux/personality/domain", "The domain", Rule);
        for (var i = 0; i < personality.Flags.Count; i++)
            findings.Add($"/linux/personality/flags/{i}", $"'{personality.Flags[i]}' is not known; no flag is defined.", Rule);
    }
}
