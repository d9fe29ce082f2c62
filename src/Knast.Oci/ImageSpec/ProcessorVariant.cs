using System.Globalization;

namespace Knast.Oci.ImageSpec;

/// <summary>A variant that counts, such as <c>v8.1</c> or <c>power9</c>: what runs on one level runs on those above it.</summary>
internal readonly record struct ProcessorVariant(string Family, double Level)
{
    /// <summary>The variant that is meant where none is named: the least that an image needs and a machine has.</summary>
    public static string? BaseOf(string architecture) => architecture switch
    {
        "amd64" => "v1",
        "arm64" => "v8",
        "arm" => "v7",
        "ppc64le" => "power8",
        _ => null,
    };

    public static bool TryParse(string? text, out ProcessorVariant variant)
    {
        variant = default;
        var digits = text?.AsSpan().IndexOfAnyInRange('0', '9') ?? -1;
        if (digits <= 0)
            return false;
        if (!double.TryParse(text.AsSpan(digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var level))
            return false;
        variant = new ProcessorVariant(text![..digits].ToUpperInvariant(), level);
        return true;
    }
}
