using System.Globalization;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Numbers as the kernel lists them: <c>0-3,7</c> (cpuset(7) "List format").</summary>
internal sealed class NumberRanges
{
    private readonly List<(uint First, uint Last)> _ranges;

    private NumberRanges(List<(uint First, uint Last)> ranges)
    {
        _ranges = ranges;
    }

    /// <summary>Reads a list.</summary>
    /// <returns>Null where it is none, or empty, or has strides.</returns>
    public static NumberRanges? TryParse(string text)
    {
        var ranges = new List<(uint First, uint Last)>();
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Trim().Split('-');
            if (ends.Length > 2
                || !uint.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out uint first)
                || !uint.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out uint last)
                || last < first)
            {
                return null;
            }

            ranges.Add((first, last));
        }

        return new NumberRanges(Merge(ranges));
    }

    /// <summary>Whether all numbers of another list are in this one.</summary>
    public bool Covers(NumberRanges other) =>
        other._ranges.TrueForAll(wanted => _ranges.Exists(range => range.First <= wanted.First && wanted.Last <= range.Last));

    private static List<(uint First, uint Last)> Merge(List<(uint First, uint Last)> ranges)
    {
        var merged = new List<(uint First, uint Last)>();
        foreach ((uint first, uint last) in ranges.Order())
        {
            if (merged.Count > 0 && first <= merged[^1].Last + 1UL)
            {
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, last));
            }
            else
            {
                merged.Add((first, last));
            }
        }

        return merged;
    }
}
