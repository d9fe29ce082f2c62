namespace Knast.Runtime;

/// <summary>What kind of failure it is; a caller maps it to what its shell or protocol calls it.</summary>
public enum KnastErrorKind
{
    /// <summary>A value that was given is wrong.</summary>
    InvalidArgument,

    /// <summary>What was named does not exist.</summary>
    NotFound,

    /// <summary>What was to be made exists already.</summary>
    AlreadyExists,

    /// <summary>Not possible in the container's present state.</summary>
    InvalidState,

    /// <summary>A document or an archive is malformed.</summary>
    InvalidData,

    /// <summary>This host, or this version of Knast, cannot do it.</summary>
    NotSupported,

    /// <summary>More rights are needed.</summary>
    PermissionDenied,

    /// <summary>Time ran out.</summary>
    Timeout,

    /// <summary>The kernel refused.</summary>
    Kernel,
}
