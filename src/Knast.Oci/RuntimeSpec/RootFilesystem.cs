using System.Text.Json.Serialization;

namespace Knast.Oci.RuntimeSpec;

/// <summary>The container's root filesystem (runtime-spec config.md, "Root").</summary>
public sealed record RootFilesystem
{
    /// <summary>Its path, absolute or relative to the bundle; empty where the document lacks it.</summary>
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>True if it is read-only inside the container.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Readonly { get; init; }
}
