namespace Knast.Images.Store;

/// <summary>How large the JSON documents of an image may be.</summary>
internal static class DocumentLimits
{
    /// <summary>Bytes of a manifest, an index or a configuration: what registries must take at least (distribution-spec, "Pushing Manifests").</summary>
    public const int MaximumBytes = 4 * 1024 * 1024;
}
