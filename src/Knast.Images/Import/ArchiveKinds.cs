using System.Text;
using Knast.Images.Archives;
using Knast.Images.Layers;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Import;

/// <summary>Finds out what a tar file holds, from names only, and from no more of them than it takes.</summary>
internal static class ArchiveKinds
{
    private const string DockerManifest = "manifest.json";
    private const int HexLength = 64;

    /// <summary>What an uncompressed tar file holds.</summary>
    /// <exception cref="TarFormatException">It is no tar file.</exception>
    public static ArchiveKind Detect(Stream stream, LayerLimits limits)
    {
        bool isDocker = false;
        var archive = new TarArchiveReader(stream, limits.ToTarLimits());
        while (archive.ReadNext() is { } entry)
        {
            string path = Encoding.Latin1.GetString(EntryPath.Normalize(entry.Name));
            if (path == ImageLayout.FileName)
            {
                return ArchiveKind.OciLayout;
            }

            isDocker |= path == DockerManifest;
            if (!MayBeOfImage(path))
            {
                return ArchiveKind.RootFilesystem;
            }
        }

        return isDocker ? ArchiveKind.DockerArchive : ArchiveKind.RootFilesystem;
    }

    private static bool MayBeOfImage(string path)
    {
        string first = path.Split('/')[0];
        return first is "" or ImageLayout.IndexFileName or ImageLayout.BlobsDirectoryName or DockerManifest or "repositories"
            || first.EndsWith(".json", StringComparison.Ordinal)
            || first.EndsWith(".tar", StringComparison.Ordinal)
            || first.EndsWith(".tar.gz", StringComparison.Ordinal)
            || (first.Length == HexLength && first.All(char.IsAsciiHexDigitLower));
    }
}
