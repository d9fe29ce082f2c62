using System.Globalization;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>Turns the resources of a configuration into rctl(8) rules for the jail, and its processors into a cpuset.</summary>
internal static class ResourceRulePlan
{
    private const double Percent = 100;

    /// <summary>The rules, such as <c>jail:web:memoryuse:deny=536870912</c>.</summary>
    /// <exception cref="KnastException"><c>NotSupported</c>: FreeBSD cannot limit that.</exception>
    public static IReadOnlyList<string> Rules(LinuxResources? resources, string jail)
    {
        if (resources is null)
        {
            return [];
        }

        Refuse(resources);
        var rules = new List<string>();
        if (resources.Memory?.Limit is > 0 and var memory)
        {
            Add(rules, jail, "memoryuse", memory);
            if (resources.Memory.Swap is > 0 and var total && total >= memory)
            {
                // The specification's swap is memory and swap together; FreeBSD's swapuse is what a jail has reserved in all.
                Add(rules, jail, "swapuse", total);
            }
        }

        if (resources.Pids?.Limit is > 0 and var pids)
        {
            Add(rules, jail, "maxproc", pids);
        }

        if (resources.Cpu is { Quota: > 0 and var quota, Period: var period })
        {
            Add(rules, jail, "pcpu", (long)Math.Max(1, Math.Round(quota * Percent / (period ?? 100_000))));
        }

        return rules;
    }

    /// <summary>The processors that the jail may use; null for all.</summary>
    /// <exception cref="KnastException"><c>CpuSetInvalid</c>.</exception>
    public static IReadOnlyList<int>? Processors(LinuxResources? resources)
    {
        if (string.IsNullOrWhiteSpace(resources?.Cpu?.Cpus))
        {
            return null;
        }

        var processors = new SortedSet<int>();
        foreach (string part in resources.Cpu.Cpus.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = part.Split('-', 2);
            if (!int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
                || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last) || last < first || last > 1023)
            {
                throw new KnastException(
                    "CpuSetInvalid", KnastErrorKind.InvalidArgument, $"\"{resources.Cpu.Cpus}\" is no list of processors such as 0-2,4.", resources.Cpu.Cpus);
            }

            processors.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return [.. processors];
    }

    private static void Add(List<string> rules, string jail, string resource, long amount) =>
        rules.Add(string.Create(CultureInfo.InvariantCulture, $"jail:{jail}:{resource}:deny={amount}"));

    private static void Refuse(LinuxResources resources)
    {
        (bool IsSet, string Pointer)[] properties =
        [
            (resources.Memory?.Reservation is > 0, "memory/reservation"), (resources.Memory?.Swappiness is not null, "memory/swappiness"),
            (resources.Memory?.DisableOomKiller == true, "memory/disableOOMKiller"), (resources.Cpu?.Shares is > 0, "cpu/shares"),
            (resources.Cpu?.RealtimeRuntime is > 0, "cpu/realtimeRuntime"), (resources.Cpu?.Burst is > 0, "cpu/burst"),
            (!string.IsNullOrEmpty(resources.Cpu?.Mems), "cpu/mems"), (resources.BlockIo is not null, "blockIO"),
            (resources.HugepageLimits.Count > 0, "hugepageLimits"), (resources.Network is not null, "network"), (resources.Rdma.Count > 0, "rdma"),
            (resources.Unified.Count > 0, "unified"), (resources.Devices.Any(rule => rule.Allow), "devices"),
        ];
        foreach ((_, string pointer) in properties.Where(property => property.IsSet))
        {
            throw new KnastException(
                "NotSupported", KnastErrorKind.NotSupported, $"/linux/resources/{pointer}: rctl(8) cannot limit that.", pointer,
                "FreeBSD limits memory, swap, processes, processor time and processors.");
        }
    }
}
