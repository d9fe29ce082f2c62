using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>
/// The rules that decide on a container's devices: nothing is allowed at first, then come the configured rules in their order,
/// then the container's own devices, and at last what every container has (runtime-spec config-linux.md "Allowed Device list", "Default Devices").
/// </summary>
internal static class DeviceRules
{
    private const string Here = ResourceRefusal.Root + "/devices";

    /// <summary>Makes the list.</summary>
    /// <param name="configured">The configured rules.</param>
    /// <param name="devices">The container's own devices.</param>
    /// <exception cref="KnastException"><c>ConfigInvalid</c>.</exception>
    public static IReadOnlyList<DeviceRule> Compose(IReadOnlyList<LinuxDeviceCgroup> configured, IReadOnlyList<LinuxDevice> devices)
    {
        DeviceRule[] asked = [.. configured.SelectMany((rule, index) => Read(rule, $"{Here}/{index}"))];
        IEnumerable<DeviceRule> own = devices.Select(Own).OfType<DeviceRule>().Where(device => !asked.Any(rule => Names(rule, device)));
        return [new DeviceRule(false, DeviceKind.Any, null, null, DeviceAccess.All, Here), .. asked, .. own, .. Everybodys()];
    }

    private static IEnumerable<DeviceRule> Read(LinuxDeviceCgroup rule, string pointer)
    {
        DeviceAccess access = ReadAccess(rule.Access, pointer);
        uint? major = ReadNumber(rule.Major, $"{pointer}/major"), minor = ReadNumber(rule.Minor, $"{pointer}/minor");
        DeviceKind kind = rule.Type switch
        {
            null or "" or "a" => DeviceKind.Any,
            "b" => DeviceKind.Block,
            "c" => DeviceKind.Character,
            _ => throw ResourceRefusal.Invalid($"{pointer}/type", $"\"{rule.Type}\" is no kind of devices; a, b and c are."),
        };
        var whole = new DeviceRule(rule.Allow, kind, major, minor, access, pointer);

        // "All" with numbers or with less than all uses: cgroup v1 would take it for everything.
        return kind != DeviceKind.Any || whole.IsAboutAll
            ? [whole]
            : [whole with { Kind = DeviceKind.Character }, whole with { Kind = DeviceKind.Block }];
    }

    private static DeviceAccess ReadAccess(string? letters, string pointer)
    {
        DeviceAccess access = (letters ?? "").Aggregate(DeviceAccess.None, (all, letter) => all | letter switch
        {
            'r' => DeviceAccess.Read,
            'w' => DeviceAccess.Write,
            'm' => DeviceAccess.Make,
            _ => throw ResourceRefusal.Invalid($"{pointer}/access", $"\"{letters}\" is no composition of r, w and m."),
        });
        return access != DeviceAccess.None
            ? access
            : throw ResourceRefusal.Invalid($"{pointer}/access", "it is empty, so the rule says nothing; give a composition of r, w and m.");
    }

    private static uint? ReadNumber(long? number, string pointer) => number switch
    {
        // -1 is not in the specification; every runtime takes it for all, and engines write it.
        null or -1 => null,
        >= 0 and <= uint.MaxValue => (uint)number.Value,
        _ => throw ResourceRefusal.Invalid(pointer, $"{number} is no number of a device."),
    };

    private static DeviceRule? Own(LinuxDevice device, int index) => device.Type == "p" ? null : new DeviceRule(
        true, device.Type == "b" ? DeviceKind.Block : DeviceKind.Character,
        (uint)(device.Major ?? 0), (uint)(device.Minor ?? 0), DeviceAccess.All, $"/linux/devices/{index}");

    // A rule that means just this device, or its driver's, says how it may be used: podman run --device /dev/x:/dev/x:r.
    private static bool Names(DeviceRule rule, DeviceRule device) => rule.Major is not null && rule.Covers(device);

    private static IEnumerable<DeviceRule> Everybodys() =>
    [
        Allow(DeviceKind.Character, null, null, DeviceAccess.Make), Allow(DeviceKind.Block, null, null, DeviceAccess.Make),
        Allow(DeviceKind.Character, 1, 3), // null
        Allow(DeviceKind.Character, 1, 5), // zero
        Allow(DeviceKind.Character, 1, 7), // full
        Allow(DeviceKind.Character, 1, 8), // random
        Allow(DeviceKind.Character, 1, 9), // urandom
        Allow(DeviceKind.Character, 5, 0), // tty
        Allow(DeviceKind.Character, 5, 2), // ptmx
        Allow(DeviceKind.Character, 136, null), // pts
    ];

    private static DeviceRule Allow(DeviceKind kind, uint? major, uint? minor, DeviceAccess access = DeviceAccess.All) =>
        new(true, kind, major, minor, access, Here);
}
