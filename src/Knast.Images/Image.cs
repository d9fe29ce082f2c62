using System.Collections.ObjectModel;
using Knast.Oci;

namespace Knast;

/// <summary>An image of the local store, for one platform. It never changes; ask the store again for what changed since.</summary>
public sealed record Image
{
    /// <summary>The digest of the image's configuration, <c>sha256:</c> and 64 digits: what docker calls the image id.</summary>
    public required string Id { get; init; }

    /// <summary>The digest of the image's manifest.</summary>
    public required string Digest { get; init; }

    /// <summary>The digest of the index that the manifest was chosen from; null where the image came without one.</summary>
    public string? IndexDigest { get; init; }

    /// <summary>The name as people write it, such as <c>alpine:3.20</c>; null for an image without a name.</summary>
    public string? Reference { get; init; }

    /// <summary>All names of this very manifest in the store, normalised, such as <c>docker.io/library/alpine:3.20</c>.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The repository as people write it, such as <c>alpine</c>; null for an image without a name.</summary>
    public string? Repository { get; init; }

    /// <summary>The tag; null for an image without one.</summary>
    public string? Tag { get; init; }

    /// <summary>What it runs on.</summary>
    public required Platform Platform { get; init; }

    /// <summary>When it was made; null where it does not say.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Bytes in the store: manifest, configuration and layers as they are stored. Layers may be shared with other images.</summary>
    public long SizeBytes { get; init; }

    /// <summary>How many layers it has.</summary>
    public int Layers { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The name, or the id for an image without one.</summary>
    public override string ToString() => Reference ?? Id;
}
