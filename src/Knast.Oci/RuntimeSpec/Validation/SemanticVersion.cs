using System.Text.RegularExpressions;

namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>The form of Semantic Versioning 2.0.0.</summary>
internal static partial class SemanticVersion
{
    // Versions have no limit; this one keeps hostile text from costing time.
    private const int MaxLength = 256;

    /// <summary>The major version as it is spelt; null if the text is no semantic version.</summary>
    public static string? MajorOf(string text)
    {
        if (text.Length > MaxLength)
            return null;
        var match = Form().Match(text);
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(
        @"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)" +
        @"(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?" +
        @"(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
