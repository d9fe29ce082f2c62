using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Operations;

/// <summary>What a container is made of: a valid configuration and where its root file system comes from.</summary>
internal sealed record ContainerSource
{
    /// <summary>The configuration; of an image, still without the user.</summary>
    public required RuntimeConfig Config { get; init; }

    /// <summary>The bytes of a bundle's configuration, which are kept as they are; null for an image.</summary>
    public byte[]? ConfigBytes { get; init; }

    /// <summary>The bundle directory; null for an image.</summary>
    public string? Bundle { get; init; }

    /// <summary>The root file system of a bundle.</summary>
    public string? RootDirectory { get; init; }

    /// <summary>The image.</summary>
    public Image? Image { get; init; }

    /// <summary>The user that the image or the caller names; looked up in the root file system.</summary>
    public string User { get; init; } = "";

    /// <summary>Whether the working directory is the image's own, which is made when it is missing.</summary>
    public bool CreatesWorkingDirectory { get; init; }

    /// <summary>The signal that asks to end.</summary>
    public string StopSignal { get; init; } = "TERM";
}
