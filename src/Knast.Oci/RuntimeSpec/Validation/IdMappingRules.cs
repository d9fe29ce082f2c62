namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>Ranges of user and group ids (runtime-spec config-linux.md; user_namespaces(7)).</summary>
internal static class IdMappingRules
{
    public static void Check(IReadOnlyList<LinuxIdMapping> mappings, string pointer, string rule, Findings findings)
    {
        for (var i = 0; i < mappings.Count; i++)
        {
            var here = $"{pointer}/{i}";
            var mapping = mappings[i];
            if (mapping.Size == 0)
                findings.Add($"{here}/size", "A range of ids has at least one id, not 0.", rule);
            CheckEnd(mapping.ContainerId, mapping.Size, $"{here}/containerID", rule, findings);
            CheckEnd(mapping.HostId, mapping.Size, $"{here}/hostID", rule, findings);
            for (var j = 0; j < i; j++)
                CheckOverlap(mapping, mappings[j], here, j, rule, findings);
        }
    }

    // 4294967295 is no id: to the kernel it means "leave it alone".
    private static void CheckEnd(uint first, uint size, string pointer, string rule, Findings findings)
    {
        if ((ulong)first + size > uint.MaxValue)
            findings.Add(pointer, $"The range of {size} ids from {first} goes beyond the last id, 4294967294.", rule);
    }

    private static void CheckOverlap(LinuxIdMapping one, LinuxIdMapping other, string pointer, int j, string rule, Findings findings)
    {
        if (Overlap(one.ContainerId, one.Size, other.ContainerId, other.Size) || Overlap(one.HostId, one.Size, other.HostId, other.Size))
            findings.Add(pointer, $"The range overlaps with that of entry {j}; the kernel refuses both.", rule);
    }

    private static bool Overlap(uint first, uint size, uint otherFirst, uint otherSize) =>
        (ulong)first < (ulong)otherFirst + otherSize && (ulong)otherFirst < (ulong)first + size;
}
