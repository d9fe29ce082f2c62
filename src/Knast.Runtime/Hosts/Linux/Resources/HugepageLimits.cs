using System.Globalization;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Limits of huge pages: of their reservation where the kernel counts it, and of their use (runtime-spec config-linux.md "Huge page limits").</summary>
internal static class HugepageLimits
{
    private const string Here = ResourceRefusal.Root + "/hugepageLimits";
    private const string Units = "KMGTPE";

    /// <summary>Adds the writes.</summary>
    public static void Add(CgroupWrites writes, IReadOnlyList<LinuxHugepageLimit> limits)
    {
        for (int index = 0; index < limits.Count; index++)
        {
            LinuxHugepageLimit limit = limits[index];
            string pointer = $"{Here}/{index}";
            if (ToKilobytes(limit.PageSize) is not { } size || writes.Read($"/sys/kernel/mm/hugepages/hugepages-{size}kB/nr_hugepages") is null)
            {
                throw ResourceRefusal.NotSupported($"{pointer}/pageSize", $"this host has no huge pages of {limit.PageSize}.");
            }

            CgroupHierarchy hierarchy = writes.Require("hugetlb", pointer, "hugetlb");
            string suffix = hierarchy.IsUnified ? "max" : "limit_in_bytes";
            string value = limit.Limit.ToString(CultureInfo.InvariantCulture);
            writes.Add(hierarchy, $"hugetlb.{limit.PageSize}.{suffix}", value, pointer);
            writes.Add(new CgroupWrite(hierarchy, $"hugetlb.{limit.PageSize}.rsvd.{suffix}", value, pointer) { MayBeMissing = true });
        }
    }

    private static ulong? ToKilobytes(string size)
    {
        int unit = size.Length < 3 || size[^1] != 'B' ? -1 : Units.IndexOf(size[^2], StringComparison.Ordinal);
        return unit >= 0 && uint.TryParse(size[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out uint number)
            ? number * (ulong)Math.Pow(1024, unit)
            : null;
    }
}
