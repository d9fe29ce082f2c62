namespace Knast.Oci.ImageSpec;

/// <summary>
/// The annotation keys that OCI defines (image-spec annotations.md and conversion.md, runtime-spec config.md "Annotations").
/// </summary>
public static class AnnotationKeys
{
    /// <summary>When the image was built (RFC 3339).</summary>
    public const string Created = "org.opencontainers.image.created";

    /// <summary>Whom to contact about the image.</summary>
    public const string Authors = "org.opencontainers.image.authors";

    /// <summary>Where to read about the image.</summary>
    public const string Url = "org.opencontainers.image.url";

    /// <summary>Where its documentation is.</summary>
    public const string Documentation = "org.opencontainers.image.documentation";

    /// <summary>Where its sources are.</summary>
    public const string Source = "org.opencontainers.image.source";

    /// <summary>The version of the software in the image.</summary>
    public const string Version = "org.opencontainers.image.version";

    /// <summary>The revision of its sources.</summary>
    public const string Revision = "org.opencontainers.image.revision";

    /// <summary>Who distributes the image.</summary>
    public const string Vendor = "org.opencontainers.image.vendor";

    /// <summary>Its licences, as an SPDX expression.</summary>
    public const string Licenses = "org.opencontainers.image.licenses";

    /// <summary>The name of a manifest in the index of an image layout.</summary>
    public const string RefName = "org.opencontainers.image.ref.name";

    /// <summary>The title of the image.</summary>
    public const string Title = "org.opencontainers.image.title";

    /// <summary>What the image is.</summary>
    public const string Description = "org.opencontainers.image.description";

    /// <summary>The digest of the image that this one is built on.</summary>
    public const string BaseDigest = "org.opencontainers.image.base.digest";

    /// <summary>The reference of the image that this one is built on.</summary>
    public const string BaseName = "org.opencontainers.image.base.name";

    /// <summary>In a runtime configuration: the image's operating system.</summary>
    public const string Os = "org.opencontainers.image.os";

    /// <summary>In a runtime configuration: the version of that system.</summary>
    public const string OsVersion = "org.opencontainers.image.os.version";

    /// <summary>In a runtime configuration: the features of that system that the image demands, comma-separated.</summary>
    public const string OsFeatures = "org.opencontainers.image.os.features";

    /// <summary>In a runtime configuration: the image's architecture.</summary>
    public const string Architecture = "org.opencontainers.image.architecture";

    /// <summary>In a runtime configuration: the variant of the architecture.</summary>
    public const string Variant = "org.opencontainers.image.variant";

    /// <summary>In a runtime configuration: the image's author.</summary>
    public const string Author = "org.opencontainers.image.author";

    /// <summary>In a runtime configuration: the ports that the image offers, comma-separated.</summary>
    public const string ExposedPorts = "org.opencontainers.image.exposedPorts";

    /// <summary>In a runtime configuration: the signal that stops the container.</summary>
    public const string StopSignal = "org.opencontainers.image.stopSignal";
}
