using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Which devices a container may use: cgroup v1 is told in two files, cgroup v2 by a program.</summary>
internal static class DeviceLimits
{
    private const string Here = ResourceRefusal.Root + "/devices";

    /// <summary>Adds the writes for v1.</summary>
    /// <returns>The program for v2, where v1 does not have devices.</returns>
    public static DeviceFilter? Add(CgroupWrites writes, IReadOnlyList<LinuxDeviceCgroup> configured, IReadOnlyList<LinuxDevice> devices)
    {
        IReadOnlyList<DeviceRule> rules = DeviceRules.Compose(configured, devices);
        if (writes.Version1("devices") is { } hierarchy)
        {
            AddVersion1(writes, hierarchy, DeviceExceptions.From(rules));
            return null;
        }

        if (writes.Unified is { } unified)
        {
            return new DeviceFilter(unified, DeviceFilterProgram.Compose(rules), Here);
        }

        return configured.Count == 0
            ? null
            : throw ResourceRefusal.NotSupported(Here, "no cgroup hierarchy that could keep a container from devices is mounted on this host.", "Mount cgroup2 on /sys/fs/cgroup.");
    }

    private static void AddVersion1(CgroupWrites writes, CgroupHierarchy hierarchy, DeviceExceptions rules)
    {
        writes.Add(hierarchy, rules.AllowsByDefault ? "devices.allow" : "devices.deny", "a", Here);
        foreach (DeviceRule exception in rules.Exceptions)
        {
            writes.Add(hierarchy, exception.IsAllowed ? "devices.allow" : "devices.deny", exception.ToVersion1(), exception.Pointer);
        }
    }
}
