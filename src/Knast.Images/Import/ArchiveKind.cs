namespace Knast.Images.Import;

/// <summary>What an archive holds.</summary>
internal enum ArchiveKind
{
    /// <summary>A root filesystem.</summary>
    RootFilesystem,

    /// <summary>An OCI image layout.</summary>
    OciLayout,

    /// <summary>What docker save wrote before it wrote image layouts.</summary>
    DockerArchive,
}
