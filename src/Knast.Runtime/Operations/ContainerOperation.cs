namespace Knast.Runtime.Operations;

/// <summary>Operations that not every state allows.</summary>
internal enum ContainerOperation
{
    /// <summary>OCI start.</summary>
    Start,

    /// <summary>OCI kill.</summary>
    Kill,

    /// <summary>OCI delete.</summary>
    Delete,
}
