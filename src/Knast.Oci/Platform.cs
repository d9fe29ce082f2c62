using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Knast.Oci;

/// <summary>
/// The operating system and processor that an image runs on (image-spec image-index.md, "platform"), in the names of GOOS and GOARCH.
/// </summary>
public sealed record Platform
{
    /// <summary>The processor architecture, such as <c>amd64</c>; empty where a document lacks it.</summary>
    [JsonPropertyName("architecture")]
    public string Architecture { get; init => field = value ?? ""; } = "";

    /// <summary>The operating system, such as <c>freebsd</c>; empty where a document lacks it.</summary>
    [JsonPropertyName("os")]
    public string Os { get; init => field = value ?? ""; } = "";

    /// <summary>The version of the operating system; FreeBSD images carry none.</summary>
    [JsonPropertyName("os.version")]
    public string? OsVersion { get; init; }

    /// <summary>Features of the operating system that the image demands.</summary>
    [JsonPropertyName("os.features")]
    public IReadOnlyList<string> OsFeatures { get; init => field = value ?? []; } = [];

    /// <summary>The variant of the processor, such as <c>v8</c> of <c>arm64</c>.</summary>
    [JsonPropertyName("variant")]
    public string? Variant { get; init; }

    /// <summary>
    /// Reads <c>os/architecture[/variant]</c>; other names of a system or an architecture (<c>x86_64</c>, <c>aarch64</c>, <c>macos</c>)
    /// become those of GOOS and GOARCH.
    /// </summary>
    /// <param name="text">Such as <c>linux/arm64/v8</c>.</param>
    /// <exception cref="FormatException">The text is no platform; the message says why.</exception>
    public static Platform Parse(string text) =>
        TryParse(text, out var platform, out var error) ? platform : throw new FormatException(error);

    /// <summary>Reads <c>os/architecture[/variant]</c>, or says false.</summary>
    /// <param name="text">Such as <c>linux/arm64/v8</c>.</param>
    /// <param name="platform">The platform read.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Platform? platform) =>
        TryParse(text, out platform, out _);

    /// <summary>Reads <c>os/architecture[/variant]</c>, or says why it cannot.</summary>
    /// <param name="text">Such as <c>linux/arm64/v8</c>.</param>
    /// <param name="platform">The platform read.</param>
    /// <param name="error">What is wrong with the text.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text,
        [NotNullWhen(true)] out Platform? platform,
        [NotNullWhen(false)] out string? error)
    {
        (platform, error) = PlatformNames.Parse(text);
        return platform is not null;
    }

    /// <summary>Equal in all five properties; the order of the features counts.</summary>
    public bool Equals(Platform? other) =>
        other is not null && Architecture == other.Architecture && Os == other.Os && OsVersion == other.OsVersion
        && Variant == other.Variant && OsFeatures.SequenceEqual(other.OsFeatures);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Architecture, Os, OsVersion, Variant, OsFeatures.Count);

    /// <summary><c>os/architecture</c>, and <c>/variant</c> where there is one.</summary>
    public override string ToString() => string.IsNullOrEmpty(Variant) ? $"{Os}/{Architecture}" : $"{Os}/{Architecture}/{Variant}";
}
