using System.Text.Json.Serialization;

namespace Knast.Oci.RuntimeSpec;

/// <summary>The <c>config.json</c> of a bundle (runtime-spec config.md).</summary>
public sealed record RuntimeConfig : IOciDocument
{
    /// <summary>The version of the specification that new configurations name.</summary>
    public const string CurrentVersion = "1.3.0";

    /// <summary>The name of the file in a bundle.</summary>
    public const string FileName = "config.json";

    /// <summary>
    /// The version of the specification that the bundle complies with (SemVer 2.0.0); empty where the document lacks it.
    /// </summary>
    public string OciVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The root filesystem; required on every platform but Windows.</summary>
    public RootFilesystem? Root { get; init; }

    /// <summary>Mounts beyond the root filesystem, in the order in which they are made.</summary>
    public IReadOnlyList<Mount> Mounts { get; init => field = value ?? []; } = [];

    /// <summary>The container's process; required by <c>start</c>.</summary>
    public ContainerProcess? Process { get; init; }

    /// <summary>The hostname that processes inside see.</summary>
    public string? Hostname { get; init; }

    /// <summary>The domain name that processes inside see.</summary>
    public string? Domainname { get; init; }

    /// <summary>Programs to run at points of the life cycle.</summary>
    public Hooks? Hooks { get; init; }

    /// <summary>Annotations.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init => field = value ?? NoEntries.Strings; } = NoEntries.Strings;

    /// <summary>What only Linux has (config-linux.md).</summary>
    public LinuxConfig? Linux { get; init; }

    /// <summary>What only FreeBSD has (config-freebsd.md).</summary>
    [JsonPropertyName("freebsd")]
    public FreeBsdConfig? FreeBsd { get; init; }
}
