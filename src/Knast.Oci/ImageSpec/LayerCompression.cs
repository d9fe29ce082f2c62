namespace Knast.Oci.ImageSpec;

/// <summary>How the tar file of a layer is compressed, by its media type.</summary>
public enum LayerCompression
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>With gzip (RFC 1952).</summary>
    Gzip,

    /// <summary>With zstd (RFC 8478).</summary>
    Zstd,
}
