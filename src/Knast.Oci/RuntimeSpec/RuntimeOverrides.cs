namespace Knast.Oci.RuntimeSpec;

/// <summary>What a user asks of a container beyond its image; null and empty leave the image's or the default value.</summary>
public sealed record RuntimeOverrides
{
    /// <summary>
    /// The program in place of the image's entrypoint; the image's arguments then do not count. Empty for no entrypoint at all.
    /// </summary>
    public IReadOnlyList<string>? Entrypoint { get; init; }

    /// <summary>Arguments in place of the image's.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Environment entries <c>NAME=value</c>; they win over those of the image with the same name.</summary>
    public IReadOnlyList<string> Env { get; init; } = [];

    /// <summary>The working directory.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// The user, in numbers; finding them for the image's <c>User</c> takes the root filesystem and so is the caller's.
    /// </summary>
    public ContainerUser? User { get; init; }

    /// <summary>The hostname.</summary>
    public string? Hostname { get; init; }

    /// <summary>True for a terminal.</summary>
    public bool Terminal { get; init; }

    /// <summary>The path of the root filesystem, absolute or relative to the bundle.</summary>
    public string? RootPath { get; init; }

    /// <summary>True for a root filesystem that cannot be written inside.</summary>
    public bool ReadonlyRoot { get; init; }

    /// <summary>Mounts to make after the default ones; one with the destination of a default mount takes its place.</summary>
    public IReadOnlyList<Mount> Mounts { get; init; } = [];

    /// <summary>Annotations; they win over those that come from the image.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = NoEntries.Strings;
}
