namespace Knast.Oci;

/// <summary>The names of platforms: their grammar and their other spellings.</summary>
internal static class PlatformNames
{
    private const int MaxLength = 128;

    /// <summary>The platform, or what is wrong with the text.</summary>
    public static (Platform? Platform, string? Error) Parse(string? text)
    {
        const string Form = "os/architecture[/variant], as in 'freebsd/amd64' or 'linux/arm64/v8'";
        if (string.IsNullOrEmpty(text))
            return (null, $"A platform is empty; it reads {Form}.");
        var parts = text.Length > MaxLength ? [] : text.Split('/');
        if (parts.Length is not (2 or 3))
            return (null, $"'{text}' is no platform; it reads {Form}.");
        if (parts.Any(part => part.Length == 0 || part.Any(c => !(char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-'))))
            return (null, $"'{text}' is no platform: each part has letters, digits, '_', '.' and '-'; it reads {Form}.");

        var (architecture, variant) = Normalise(Lower(parts[1]), parts.Length == 3 ? Lower(parts[2]) : null);
        return (new Platform { Os = NormaliseOs(Lower(parts[0])), Architecture = architecture, Variant = variant }, null);
    }

    /// <summary>The name of GOOS for an operating system.</summary>
    public static string NormaliseOs(string os) => os == "macos" ? "darwin" : os;

    /// <summary>The name of GOARCH for an architecture, with the variant that the other name implies.</summary>
    public static (string Architecture, string? Variant) Normalise(string architecture, string? variant) => architecture switch
    {
        "x86_64" or "x86-64" => ("amd64", variant),
        "i386" or "i486" or "i586" or "i686" or "x86" => ("386", variant),
        "aarch64" => ("arm64", variant),
        "armhf" => ("arm", variant ?? "v7"),
        "armel" => ("arm", variant ?? "v6"),
        _ => (architecture, variant),
    };

#pragma warning disable CA1308 // the names of GOOS and GOARCH are in lower case
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
