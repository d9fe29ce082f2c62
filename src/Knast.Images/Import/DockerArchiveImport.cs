using Knast.Images.Store;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Import;

/// <summary>Imports what docker save wrote before it wrote image layouts: <c>manifest.json</c> that names configurations and layers.</summary>
internal sealed class DockerArchiveImport(
    ImageStore store, ILayoutSource source, ImportOptions options, IProgress<ImageProgress>? progress)
{
    private const string ManifestName = "manifest.json";

    /// <summary>Imports its images.</summary>
    /// <param name="cancellation">Ends the work.</param>
    public IReadOnlyList<Image> Run(CancellationToken cancellation)
    {
        List<DockerArchiveImage> found = DockerArchiveImage.ReadAll(ReadFile(ManifestName), $"{source.Name}: {ManifestName}");
        if (options.Reference is not null && found.Count > 1)
        {
            throw Fail(
                ImageErrorId.ImageAmbiguous,
                $"{source.Name} has {found.Count} images, which cannot all be named '{options.Reference.Familiar}'; import them under their own names.");
        }

        return [.. found.SelectMany(image => ImportOne(image, cancellation))];
    }

    private List<Image> ImportOne(DockerArchiveImage image, CancellationToken cancellation)
    {
        byte[] configContent = ReadFile(image.Config);
        Digest configDigest = store.Blobs.Write(configContent);
        var layers = new List<Descriptor>();
        for (int index = 0; index < image.Layers.Count; index++)
        {
            layers.Add(CopyLayer(image.Layers[index], cancellation));
            progress?.Report(new ImageProgress(
                ImageStage.Importing, image.RepoTags is [var first, ..] ? first : source.Name, layers[index].Digest.ToString(), index + 1, image.Layers.Count,
                layers[index].Size, layers[index].Size));
        }

        var manifest = new ImageManifest
        {
            SchemaVersion = 2,
            MediaType = MediaTypes.ImageManifest,
            Config = new Descriptor { MediaType = MediaTypes.ImageConfig, Digest = configDigest, Size = configContent.Length },
            Layers = layers,
        };
        ImageConfig config = ImageDocuments.ReadConfig(configContent, configDigest, manifest);
        byte[] content = OciJson.Write(manifest);
        var descriptor = new Descriptor
        {
            MediaType = MediaTypes.ImageManifest,
            Digest = store.Blobs.Write(content),
            Size = content.Length,
            Platform = config.Platform,
        };
        return [.. NamesOf(image).Select(name => store.Add(descriptor, name))];
    }

    private Descriptor CopyLayer(string path, CancellationToken cancellation)
    {
        using Stream layer = source.TryOpen(path) ?? throw Missing(path);
        using BlobWriter writer = store.Blobs.Create();
        long length = StreamCopy.Copy(layer, writer.Stream, cancellation);
        layer.Position = 0;
        return new Descriptor { MediaType = LayerMediaTypes.Of(layer), Digest = writer.Commit(), Size = length };
    }

    private List<ImageReference?> NamesOf(DockerArchiveImage image)
    {
        if (options.Reference is not null)
        {
            return [options.Reference];
        }

        List<ImageReference?> names = [.. image.RepoTags.Select(tag => ImageReference.TryParse(tag, out ImageReference? name) ? name : null).Where(name => name is not null)];
        return names.Count > 0 ? names : [null];
    }

    private byte[] ReadFile(string path)
    {
        using Stream stream = source.TryOpen(path) ?? throw Missing(path);
        return StreamCopy.ReadAll(stream, DocumentLimits.MaximumBytes, $"{path} in {source.Name}");
    }

    private ImageException Missing(string path) => Fail(ImageErrorId.ArchiveInvalid, $"{source.Name} lacks the file {path}, which its manifest names.");

    private ImageException Fail(ImageErrorId id, string message) => new(id, message) { Subject = source.Name };
}
