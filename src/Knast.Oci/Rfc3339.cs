using System.Globalization;
using System.Text.RegularExpressions;

namespace Knast.Oci;

/// <summary>Times as RFC 3339, section 5.6 writes them.</summary>
internal static partial class Rfc3339
{
    /// <summary>The time, to 100 nanoseconds; null for null and for text that is no such time.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        var match = text is null ? Match.Empty : Form().Match(text);
        if (!match.Success)
            return null;
        // .NET keeps seven digits of a second, and refuses more than it knows.
        var fraction = match.Groups[2].Value;
        var kept = fraction.Length > 8 ? fraction[..8] : fraction;
        var zone = match.Groups[3].Value;
        var exact = match.Groups[1].Value.ToUpperInvariant() + kept + (zone is "z" ? "Z" : zone);
        return DateTimeOffset.TryParse(exact, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }

    [GeneratedRegex(@"^(\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d)(\.\d{1,32})?([Zz]|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
