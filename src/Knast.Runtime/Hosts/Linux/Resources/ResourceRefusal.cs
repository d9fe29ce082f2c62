namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>The errors of limits: each names the property by its JSON pointer and says why.</summary>
internal static class ResourceRefusal
{
    /// <summary>Where limits are in a runtime configuration.</summary>
    public const string Root = "/linux/resources";

    /// <summary>The pointer to a member, whose name may have any character (RFC 6901, section 3).</summary>
    public static string Member(string parent, string name) =>
        $"{Root}/{parent}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>This host cannot apply the property (runtime-spec config.md: then an error must be generated).</summary>
    public static KnastException NotSupported(string pointer, string why, string? recommendedAction = null, Exception? inner = null) =>
        new("NotSupported", KnastErrorKind.NotSupported, $"{pointer}: {why}", pointer, recommendedAction, inner);

    /// <summary>No host could apply the property.</summary>
    public static KnastException Invalid(string pointer, string why) =>
        new("ConfigInvalid", KnastErrorKind.InvalidData, $"{pointer}: {why}", pointer);
}
