using Knast.Images.Store;
using Knast.Oci;
using Knast.Oci.DistributionSpec;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Registries;

/// <summary>Asks registries (distribution-spec 1.1). Nothing is opened before the first request; one client serves any number of threads.</summary>
public sealed class RegistryClient : IDisposable
{
    private const string DigestHeader = "Docker-Content-Digest";

    private static readonly string[] s_manifestTypes =
        [MediaTypes.ImageIndex, MediaTypes.ImageManifest, MediaTypes.DockerManifestList, MediaTypes.DockerManifest];

    private readonly RegistryConnection _connection;

    /// <summary>Makes a client.</summary>
    /// <param name="options">How registries are asked; null for the defaults.</param>
    public RegistryClient(RegistryOptions? options = null)
    {
        _connection = new RegistryConnection(options ?? new RegistryOptions());
    }

    /// <summary>The tags of a repository, in the registry's order.</summary>
    /// <param name="reference">A reference in the repository; its tag and digest do not matter.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ImageException">There is no such repository, or the registry refuses or cannot be reached.</exception>
    public async Task<IReadOnlyList<string>> ListTagsAsync(ImageReference reference, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var tags = new List<string>();
        string? path = "tags/list";
        while (path is not null)
        {
            var request = new RegistryRequest(reference.Domain, reference.Path, path, $"repository {reference.FamiliarName}") { Accept = ["application/json"] };
            using HttpResponseMessage response = await _connection.SendAsync(request, cancellation).ConfigureAwait(false);
            byte[] body = await BodyReader.ReadAsync(response, DocumentLimits.MaximumBytes, "a list of tags", cancellation).ConfigureAwait(false);
            tags.AddRange(Read<TagList>(body, request.What).Tags);
            path = NextPage(response, reference);
        }

        return tags;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>Gets a manifest or an index.</summary>
    /// <param name="reference">Which; its digest goes before its tag.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal async Task<ManifestContent> GetManifestAsync(ImageReference reference, CancellationToken cancellation)
    {
        var request = new RegistryRequest(reference.Domain, reference.Path, $"manifests/{reference.TagOrDigest}", $"image {reference.Familiar}")
        {
            Accept = s_manifestTypes,
        };
        using HttpResponseMessage response = await _connection.SendAsync(request, cancellation).ConfigureAwait(false);
        byte[] content = await ReadManifestAsync(response, request.What, cancellation).ConfigureAwait(false);
        Digest digest = CheckDigest(reference, response, content);
        string mediaType = ManifestKind.Of(content, response.Content.Headers.ContentType?.MediaType, request.What);
        return new ManifestContent(content, mediaType, digest);
    }

    /// <summary>Gets small content.</summary>
    internal async Task<byte[]> GetBlobAsync(ImageReference repository, Descriptor descriptor, CancellationToken cancellation)
    {
        if (descriptor.Size > DocumentLimits.MaximumBytes)
        {
            throw new ImageException(
                ImageErrorId.ManifestInvalid, $"Blob {descriptor.Digest} has {descriptor.Size} bytes; a document may have {DocumentLimits.MaximumBytes}.")
            { Subject = descriptor.Digest.ToString() };
        }

        using var content = new MemoryStream();
        await DownloadBlobAsync(repository, descriptor, content, null, cancellation).ConfigureAwait(false);
        byte[] bytes = content.ToArray();
        return descriptor.Digest.Matches(bytes)
            ? bytes
            : throw new ImageException(
                ImageErrorId.DigestMismatch, $"Blob {descriptor.Digest} is not what it should be: {repository.Domain} sends content with the digest {Digest.OfContent(bytes)}.")
            { Subject = descriptor.Digest.ToString() };
    }

    /// <summary>Downloads content, going on where a connection broke. Its digest is the caller's to check.</summary>
    /// <param name="repository">A reference in the repository.</param>
    /// <param name="descriptor">What.</param>
    /// <param name="destination">Where it goes: exactly the bytes that the descriptor says, or an error.</param>
    /// <param name="report">Told of bytes that are done.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal Task DownloadBlobAsync(
        ImageReference repository, Descriptor descriptor, Stream destination, Action<long>? report, CancellationToken cancellation) =>
        new BlobDownload(_connection, repository, descriptor, destination, report).RunAsync(cancellation);

    private static Task<byte[]> ReadManifestAsync(HttpResponseMessage response, string what, CancellationToken cancellation) =>
        BodyReader.ReadAsync(response, DocumentLimits.MaximumBytes, what, cancellation);

    private static Digest CheckDigest(ImageReference reference, HttpResponseMessage response, byte[] content)
    {
        string? header = response.Headers.TryGetValues(DigestHeader, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
        Digest expected = reference.Digest ?? (Digest.TryParse(header, out Digest told) ? told : Digest.OfContent(content));
        return expected.Matches(content)
            ? expected
            : throw new ImageException(
                ImageErrorId.DigestMismatch,
                $"Image {reference.Familiar} is not what it should be: {reference.Domain} sends a manifest with the digest {Digest.OfContent(content)}, not {expected}.")
            { Subject = reference.Familiar };
    }

    private static T Read<T>(byte[] body, string what)
        where T : class, IOciDocument
    {
        try
        {
            return OciJson.Read<T>(body, what);
        }
        catch (OciDocumentException error)
        {
            throw new ImageException(ImageErrorId.RegistryRefused, error.Message, error) { Subject = what };
        }
    }

    // Link: </v2/x/tags/list?n=100&last=t>; rel="next" (distribution-spec, "Listing Tags"). Only its query counts, so no other host is asked.
    private static string? NextPage(HttpResponseMessage response, ImageReference reference)
    {
        string? link = response.Headers.TryGetValues("Link", out IEnumerable<string>? values)
            ? values.FirstOrDefault(value => value.Contains("rel=\"next\"", StringComparison.Ordinal))
            : null;
        int start = link?.IndexOf('?', StringComparison.Ordinal) ?? -1;
        int end = link?.IndexOf('>', StringComparison.Ordinal) ?? -1;
        return start > 0 && end > start && reference.Path.Length > 0 ? "tags/list" + link![start..end] : null;
    }
}
