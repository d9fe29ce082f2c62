namespace Knast.Images;

/// <summary>What went wrong with an image, as a stable name: part of a cmdlet's <c>FullyQualifiedErrorId</c>.</summary>
public enum ImageErrorId
{
    /// <summary>The store, or the registry, has no such image.</summary>
    ImageNotFound,

    /// <summary>What was given means more than one image of the store.</summary>
    ImageAmbiguous,

    /// <summary>The image is used by a container, or has names beside the one given.</summary>
    ImageInUse,

    /// <summary>The text is no image reference.</summary>
    ReferenceInvalid,

    /// <summary>There is the image, but not for the platform that is wanted.</summary>
    PlatformNotFound,

    /// <summary>Content does not have the digest under which it was asked for.</summary>
    DigestMismatch,

    /// <summary>Content does not have the size that its descriptor gives.</summary>
    SizeMismatch,

    /// <summary>The store lacks content that an image points at.</summary>
    BlobMissing,

    /// <summary>A manifest, an index or a configuration breaks the specification.</summary>
    ManifestInvalid,

    /// <summary>A layer ends too early.</summary>
    LayerTruncated,

    /// <summary>A layer is no tar file, or holds what cannot be unpacked.</summary>
    LayerInvalid,

    /// <summary>A layer is larger than the limits allow.</summary>
    LayerTooLarge,

    /// <summary>A layer is of a kind that cannot be unpacked here.</summary>
    LayerUnsupported,

    /// <summary>What is to be imported is neither a directory, nor an image, nor an archive that is known.</summary>
    ArchiveUnknown,

    /// <summary>An archive that is to be imported is damaged.</summary>
    ArchiveInvalid,

    /// <summary>The registry wants credentials, or others.</summary>
    RegistryUnauthorized,

    /// <summary>The registry cannot be reached or keeps failing.</summary>
    RegistryUnavailable,

    /// <summary>The registry refused the request, or its answer breaks the specification.</summary>
    RegistryRefused,

    /// <summary>The store is damaged, or of a version that is not known.</summary>
    StoreInvalid,

    /// <summary>An assembly that is needed for this is missing beside the module.</summary>
    DependencyMissing,
}
