using System.Text.Json;
using Knast.Oci.Json;

namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>
/// Finds numbers and flags that are required and missing. In a record they are 0 or false, as they are to Go's readers; only the text
/// tells.
/// </summary>
internal static class RequiredNumbers
{
    private const string Each = "*";

    private static readonly Requirement[] Everywhere =
    [
        new(["process", "user"], ["uid", "gid"], "runtime-spec config.md#posix-platform-user"),
        new(["process", "consoleSize"], ["height", "width"], "runtime-spec config.md#process"),
        new(["process", "rlimits", Each], ["soft", "hard"], "runtime-spec config.md#posix-process"),
    ];

    private static readonly Requirement[] OnLinux =
    [
        new(["process", "ioPriority"], ["priority"], "runtime-spec config.md#linux-process"),
        new(["mounts", Each, "uidMappings", Each], ["containerID", "hostID", "size"], "runtime-spec config.md#posix-platform-mounts"),
        new(["mounts", Each, "gidMappings", Each], ["containerID", "hostID", "size"], "runtime-spec config.md#posix-platform-mounts"),
        Linux(["uidMappings", Each], ["containerID", "hostID", "size"], "user-namespace-mappings"),
        Linux(["gidMappings", Each], ["containerID", "hostID", "size"], "user-namespace-mappings"),
        Linux(["resources", "devices", Each], ["allow"], "allowed-device-list"),
        Linux(["resources", "blockIO", "weightDevice", Each], ["major", "minor"], "block-io"),
        Linux(["resources", "blockIO", "throttleReadBpsDevice", Each], ["major", "minor", "rate"], "block-io"),
        Linux(["resources", "blockIO", "throttleWriteBpsDevice", Each], ["major", "minor", "rate"], "block-io"),
        Linux(["resources", "blockIO", "throttleReadIOPSDevice", Each], ["major", "minor", "rate"], "block-io"),
        Linux(["resources", "blockIO", "throttleWriteIOPSDevice", Each], ["major", "minor", "rate"], "block-io"),
        Linux(["resources", "hugepageLimits", Each], ["limit"], "huge-page-limits"),
        Linux(["resources", "network", "priorities", Each], ["priority"], "network"),
        Linux(["seccomp", "syscalls", Each, "args", Each], ["index", "value"], "seccomp"),
    ];

    /// <summary>The violations of a document that can be read.</summary>
    public static IReadOnlyList<Violation> FindMissing(ReadOnlySpan<byte> utf8, RuntimePlatform platform)
    {
        var reader = new Utf8JsonReader(JsonScan.WithoutByteOrderMark(utf8), JsonScan.ReaderOptions);
        using var document = JsonDocument.ParseValue(ref reader);
        var found = new List<Violation>();
        foreach (var requirement in platform == RuntimePlatform.Linux ? [.. Everywhere, .. OnLinux] : Everywhere)
            Descend(document.RootElement, "", requirement, 0, found);
        return found;
    }

    private static Requirement Linux(string[] path, string[] names, string section) =>
        new(["linux", .. path], names, "runtime-spec config-linux.md#" + section);

    private static void Descend(JsonElement element, string pointer, Requirement requirement, int depth, List<Violation> found)
    {
        if (depth == requirement.Path.Length)
        {
            CheckNames(element, pointer, requirement, found);
        }
        else if (requirement.Path[depth] != Each)
        {
            if (Find(element, requirement.Path[depth]) is { } child)
                Descend(child, $"{pointer}/{requirement.Path[depth]}", requirement, depth + 1, found);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in element.EnumerateArray())
                Descend(item, $"{pointer}/{index++}", requirement, depth + 1, found);
        }
    }

    private static void CheckNames(JsonElement element, string pointer, Requirement requirement, List<Violation> found)
    {
        foreach (var name in requirement.Names)
        {
            if (Find(element, name) is null)
                found.Add(new Violation($"{pointer}/{name}", $"{name} is missing; it is required.", requirement.Rule));
        }
    }

    // As the reader does: names in any case, the last of several, null for absent.
    private static JsonElement? Find(JsonElement element, string name)
    {
        JsonElement? found = null;
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                    found = property.Value.ValueKind == JsonValueKind.Null ? null : property.Value;
            }
        }

        return found;
    }

    private sealed record Requirement(string[] Path, string[] Names, string Rule);
}
