namespace Knast.Oci.ImageSpec;

/// <summary>Media types of OCI (image-spec media-types.md) and of docker's image manifest version 2, schema 2.</summary>
public static class MediaTypes
{
    /// <summary>A descriptor.</summary>
    public const string Descriptor = "application/vnd.oci.descriptor.v1+json";

    /// <summary>The file <c>oci-layout</c>.</summary>
    public const string LayoutHeader = "application/vnd.oci.layout.header.v1+json";

    /// <summary>An image index.</summary>
    public const string ImageIndex = "application/vnd.oci.image.index.v1+json";

    /// <summary>An image manifest.</summary>
    public const string ImageManifest = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>An image configuration.</summary>
    public const string ImageConfig = "application/vnd.oci.image.config.v1+json";

    /// <summary>The content <c>{}</c> that stands for none.</summary>
    public const string Empty = "application/vnd.oci.empty.v1+json";

    /// <summary>A layer, uncompressed.</summary>
    public const string ImageLayer = "application/vnd.oci.image.layer.v1.tar";

    /// <summary>A layer, compressed with gzip.</summary>
    public const string ImageLayerGzip = "application/vnd.oci.image.layer.v1.tar+gzip";

    /// <summary>A layer, compressed with zstd.</summary>
    public const string ImageLayerZstd = "application/vnd.oci.image.layer.v1.tar+zstd";

    /// <summary>A layer that may not be passed on, uncompressed. Deprecated.</summary>
    public const string NondistributableLayer = "application/vnd.oci.image.layer.nondistributable.v1.tar";

    /// <summary>A layer that may not be passed on, compressed with gzip. Deprecated.</summary>
    public const string NondistributableLayerGzip = "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip";

    /// <summary>A layer that may not be passed on, compressed with zstd. Deprecated.</summary>
    public const string NondistributableLayerZstd = "application/vnd.oci.image.layer.nondistributable.v1.tar+zstd";

    /// <summary>docker's index.</summary>
    public const string DockerManifestList = "application/vnd.docker.distribution.manifest.list.v2+json";

    /// <summary>docker's image manifest.</summary>
    public const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";

    /// <summary>docker's manifest of before content addressing, which is not read.</summary>
    public const string DockerManifestSchema1 = "application/vnd.docker.distribution.manifest.v1+prettyjws";

    /// <summary>docker's image configuration.</summary>
    public const string DockerImageConfig = "application/vnd.docker.container.image.v1+json";

    /// <summary>docker's layer, uncompressed.</summary>
    public const string DockerLayer = "application/vnd.docker.image.rootfs.diff.tar";

    /// <summary>docker's layer, compressed with gzip.</summary>
    public const string DockerLayerGzip = "application/vnd.docker.image.rootfs.diff.tar.gzip";

    /// <summary>docker's layer, compressed with zstd.</summary>
    public const string DockerLayerZstd = "application/vnd.docker.image.rootfs.diff.tar.zstd";

    /// <summary>docker's layer that may not be passed on, compressed with gzip.</summary>
    public const string DockerForeignLayerGzip = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip";

    /// <summary>True for an index, OCI's or docker's.</summary>
    /// <param name="mediaType">The media type; its parameters are ignored.</param>
    public static bool IsIndex(string? mediaType) => Bare(mediaType) is ImageIndex or DockerManifestList;

    /// <summary>True for an image manifest, OCI's or docker's.</summary>
    /// <param name="mediaType">The media type; its parameters are ignored.</param>
    public static bool IsManifest(string? mediaType) => Bare(mediaType) is ImageManifest or DockerManifest;

    /// <summary>True for an image configuration, OCI's or docker's.</summary>
    /// <param name="mediaType">The media type; its parameters are ignored.</param>
    public static bool IsConfig(string? mediaType) => Bare(mediaType) is ImageConfig or DockerImageConfig;

    /// <summary>True for a layer that can be unpacked, OCI's or docker's.</summary>
    /// <param name="mediaType">The media type; its parameters are ignored.</param>
    public static bool IsLayer(string? mediaType) => LayerCompressionOf(mediaType) is not null;

    /// <summary>How a layer is compressed; null for what is no layer.</summary>
    /// <param name="mediaType">The media type; its parameters are ignored.</param>
    public static LayerCompression? LayerCompressionOf(string? mediaType) => Bare(mediaType) switch
    {
        ImageLayer or NondistributableLayer or DockerLayer => LayerCompression.None,
        ImageLayerGzip or NondistributableLayerGzip or DockerLayerGzip or DockerForeignLayerGzip => LayerCompression.Gzip,
        ImageLayerZstd or NondistributableLayerZstd or DockerLayerZstd => LayerCompression.Zstd,
        _ => null,
    };

    private static string? Bare(string? mediaType)
    {
        var end = mediaType?.IndexOf(';', StringComparison.Ordinal) ?? -1;
        return end < 0 ? mediaType : mediaType![..end].TrimEnd();
    }
}
