namespace Knast.Oci.DistributionSpec;

/// <summary>The error codes that distribution-spec defines (spec.md, "Error Codes").</summary>
public static class RegistryErrorCodes
{
    /// <summary>The blob is not known to the registry.</summary>
    public const string BlobUnknown = "BLOB_UNKNOWN";

    /// <summary>The upload of the blob is invalid.</summary>
    public const string BlobUploadInvalid = "BLOB_UPLOAD_INVALID";

    /// <summary>The upload of the blob is not known to the registry.</summary>
    public const string BlobUploadUnknown = "BLOB_UPLOAD_UNKNOWN";

    /// <summary>The digest is not that of the content uploaded.</summary>
    public const string DigestInvalid = "DIGEST_INVALID";

    /// <summary>The manifest names a blob that the registry does not know.</summary>
    public const string ManifestBlobUnknown = "MANIFEST_BLOB_UNKNOWN";

    /// <summary>The manifest is invalid.</summary>
    public const string ManifestInvalid = "MANIFEST_INVALID";

    /// <summary>The manifest is not known to the registry.</summary>
    public const string ManifestUnknown = "MANIFEST_UNKNOWN";

    /// <summary>The name of the repository is invalid.</summary>
    public const string NameInvalid = "NAME_INVALID";

    /// <summary>The repository is not known to the registry.</summary>
    public const string NameUnknown = "NAME_UNKNOWN";

    /// <summary>The length is not that of the content uploaded.</summary>
    public const string SizeInvalid = "SIZE_INVALID";

    /// <summary>Authentication is required.</summary>
    public const string Unauthorized = "UNAUTHORIZED";

    /// <summary>The access is denied to whoever asks.</summary>
    public const string Denied = "DENIED";

    /// <summary>The operation is unsupported.</summary>
    public const string Unsupported = "UNSUPPORTED";

    /// <summary>There were too many requests.</summary>
    public const string TooManyRequests = "TOOMANYREQUESTS";
}
