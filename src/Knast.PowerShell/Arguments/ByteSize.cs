using System.Globalization;

namespace Knast.PowerShell.Arguments;

/// <summary>Sizes as people write them: <c>512MB</c>, <c>1.5GB</c>, <c>64m</c>, <c>4096</c>. A kilobyte has 1024 bytes, as everywhere in the shell.</summary>
internal static class ByteSize
{
    private const string Units = "KMGTP";

    /// <summary>Reads a size in bytes, or says false.</summary>
    public static bool TryParse(string? text, out long bytes)
    {
        bytes = 0;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (rest.EndsWith("iB", StringComparison.OrdinalIgnoreCase))
            rest = rest[..^2];
        else if (rest.EndsWith("B", StringComparison.OrdinalIgnoreCase))
            rest = rest[..^1];

        int power = rest.IsEmpty ? 0 : Units.IndexOf(char.ToUpperInvariant(rest[^1]), StringComparison.Ordinal) + 1;
        if (power > 0)
            rest = rest[..^1];
        if (!decimal.TryParse(rest, NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out decimal number))
            return false;

        decimal unit = 1L << (10 * power);
        if (number > long.MaxValue / unit)
            return false;
        bytes = (long)decimal.Truncate(number * unit);
        return true;
    }
}
