using System.Text.Json.Serialization;

namespace Knast.Oci.RuntimeSpec;

/// <summary>Kinds of mounts that a runtime implements (runtime-spec features-linux.md, "Mount extensions"); null is unknown.</summary>
public sealed record MountExtensionFeatures
{
    /// <summary>Idmapped mounts.</summary>
    [JsonPropertyName("idmap")]
    public EnabledFeature? IdMap { get; init; }
}
