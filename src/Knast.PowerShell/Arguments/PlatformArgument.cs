using Knast.Oci;

namespace Knast.PowerShell.Arguments;

/// <summary>A platform as a person writes it: <c>linux/arm64</c>.</summary>
internal static class PlatformArgument
{
    /// <summary>Reads a platform.</summary>
    /// <exception cref="Runtime.KnastException"><c>PlatformInvalid</c>: says what is wrong.</exception>
    public static Platform Parse(string text) => Platform.TryParse(text, out Platform? platform, out string? error)
        ? platform
        : throw ArgumentFault.Of("PlatformInvalid", error, text);
}
