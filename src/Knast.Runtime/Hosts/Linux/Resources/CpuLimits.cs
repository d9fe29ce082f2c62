using System.Globalization;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>
/// Limits of processor time (runtime-spec config-linux.md "CPU"; kernel scheduler/sched-bwc.rst, admin-guide/cgroup-v2.rst "CPU").
/// As in runc and crun, 0 for shares, quota or period says no more than a missing property.
/// </summary>
internal static class CpuLimits
{
    private const string Here = ResourceRefusal.Root + "/cpu";
    private const ulong FewestShares = 2;
    private const ulong MostShares = 262144;
    private const ulong DefaultPeriod = 100_000;

    /// <summary>Adds the writes.</summary>
    public static void Add(CgroupWrites writes, LinuxCpu? cpu)
    {
        if (cpu is null || !IsAnythingSet(cpu))
        {
            return;
        }

        CgroupHierarchy hierarchy = writes.Require("cpu", Here, "cpu");
        if (hierarchy.IsUnified)
        {
            AddUnified(writes, hierarchy, cpu);
        }
        else
        {
            AddVersion1(writes, hierarchy, cpu);
        }
    }

    /// <summary>
    /// Shares of v1 (2 to 262144, 1024 by default) as a weight of v2 (1 to 10000, 100 by default).
    /// The quadratic curve through these three points, in logarithms, is the one that runc uses.
    /// </summary>
    public static ulong ToWeight(ulong shares)
    {
        if (shares <= FewestShares)
        {
            return 1;
        }

        if (shares >= MostShares)
        {
            return 10_000;
        }

        double logarithm = Math.Log2(shares);
        double exponent = (((logarithm * logarithm) + (125 * logarithm)) / 612.0) - (7.0 / 34.0);
        return (ulong)Math.Ceiling(Math.Pow(10, exponent));
    }

    private static bool IsAnythingSet(LinuxCpu cpu) =>
        (cpu.Shares ?? 0) != 0 || (cpu.Quota ?? 0) != 0 || (cpu.Period ?? 0) != 0 || cpu.Burst is not null || cpu.Idle is not null
        || (cpu.RealtimeRuntime ?? 0) != 0 || (cpu.RealtimePeriod ?? 0) != 0;

    // The period before the quota and the burst after it, since the kernel measures each by what is there already.
    // Idle after the shares, which an idle cgroup refuses.
    private static void AddVersion1(CgroupWrites writes, CgroupHierarchy hierarchy, LinuxCpu cpu)
    {
        if (cpu.Shares is { } shares and not 0)
        {
            if (shares is < FewestShares or > MostShares)
            {
                throw ResourceRefusal.NotSupported($"{Here}/shares", $"{shares} is out of what the kernel takes: {FewestShares} to {MostShares}.");
            }

            writes.Add(hierarchy, "cpu.shares", shares, $"{Here}/shares");
        }

        AddBandwidth(writes, hierarchy, cpu);
        if (cpu.Idle is { } idle)
        {
            writes.RequireFile(hierarchy, "cpu.idle", $"{Here}/idle");
            writes.Add(hierarchy, "cpu.idle", idle, $"{Here}/idle");
        }

        AddRealtime(writes, hierarchy, cpu);
    }

    private static void AddBandwidth(CgroupWrites writes, CgroupHierarchy hierarchy, LinuxCpu cpu)
    {
        if (cpu.Period is { } period and not 0)
        {
            writes.RequireFile(hierarchy, "cpu.cfs_period_us", $"{Here}/period");
            writes.Add(hierarchy, "cpu.cfs_period_us", period, $"{Here}/period");
        }

        if (cpu.Quota is { } quota and not 0)
        {
            writes.RequireFile(hierarchy, "cpu.cfs_quota_us", $"{Here}/quota");
            writes.Add(hierarchy, "cpu.cfs_quota_us", quota, $"{Here}/quota");
        }

        if (cpu.Burst is { } burst)
        {
            writes.RequireFile(hierarchy, "cpu.cfs_burst_us", $"{Here}/burst");
            writes.Add(hierarchy, "cpu.cfs_burst_us", burst, $"{Here}/burst");
        }
    }

    private static void AddRealtime(CgroupWrites writes, CgroupHierarchy hierarchy, LinuxCpu cpu)
    {
        if (cpu.RealtimePeriod is { } period and not 0)
        {
            writes.RequireFile(hierarchy, "cpu.rt_period_us", $"{Here}/realtimePeriod");
            writes.Add(hierarchy, "cpu.rt_period_us", period, $"{Here}/realtimePeriod");
        }

        if (cpu.RealtimeRuntime is { } runtime and not 0)
        {
            writes.RequireFile(hierarchy, "cpu.rt_runtime_us", $"{Here}/realtimeRuntime");
            writes.Add(hierarchy, "cpu.rt_runtime_us", runtime, $"{Here}/realtimeRuntime");
        }
    }

    private static void AddUnified(CgroupWrites writes, CgroupHierarchy hierarchy, LinuxCpu cpu)
    {
        foreach ((bool isSet, string name) in new[] { ((cpu.RealtimeRuntime ?? 0) != 0, "realtimeRuntime"), ((cpu.RealtimePeriod ?? 0) != 0, "realtimePeriod") })
        {
            if (isSet)
            {
                throw ResourceRefusal.NotSupported($"{Here}/{name}", "only cgroup v1 limits realtime processes, and processors are limited by cgroup v2 on this host.");
            }
        }

        if (cpu.Shares is { } shares and not 0)
        {
            writes.Add(hierarchy, "cpu.weight", ToWeight(shares), $"{Here}/shares");
        }

        if ((cpu.Quota ?? 0) != 0 || (cpu.Period ?? 0) != 0)
        {
            string quota = cpu.Quota > 0 ? cpu.Quota.Value.ToString(CultureInfo.InvariantCulture) : "max";
            ulong period = cpu.Period is { } given and not 0 ? given : DefaultPeriod;
            writes.Add(hierarchy, "cpu.max", $"{quota} {period}", (cpu.Quota ?? 0) != 0 ? $"{Here}/quota" : $"{Here}/period");
        }

        if (cpu.Burst is { } burst)
        {
            writes.Add(hierarchy, "cpu.max.burst", burst, $"{Here}/burst");
        }

        if (cpu.Idle is { } idle)
        {
            writes.Add(hierarchy, "cpu.idle", idle, $"{Here}/idle");
        }
    }
}
