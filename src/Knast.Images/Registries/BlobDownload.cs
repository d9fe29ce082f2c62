using System.Buffers;
using System.Net;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Registries;

/// <summary>Downloads one blob. Where the connection breaks, what is there stays, and the rest is asked for (RFC 9110, 14).</summary>
internal sealed class BlobDownload(
    RegistryConnection connection, ImageReference repository, Descriptor descriptor, Stream destination, Action<long>? report)
{
    private const int PieceLength = 128 * 1024;

    private long _done;

    private string What => $"blob {descriptor.Digest} of {repository.FamiliarName}";

    /// <summary>Downloads it.</summary>
    /// <exception cref="ImageException">It cannot be had, or has not the size that its descriptor says.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            long before = _done;
            try
            {
                await ReceiveAsync(cancellation).ConfigureAwait(false);
                return;
            }
            catch (Exception error) when (RetryPolicy.IsTransient(error, cancellation))
            {
                // An attempt that got somewhere does not count: a large blob may need many.
                attempt = _done > before ? 1 : attempt;
                if (!connection.Retry.MayTryAgain(attempt))
                {
                    throw RegistryFailure.Unreachable(RegistryEndpoint.Secure(repository.Domain).BaseAddress, What, error);
                }
            }

            await connection.Retry.WaitAsync(attempt, null, cancellation).ConfigureAwait(false);
        }
    }

    private async Task ReceiveAsync(CancellationToken cancellation)
    {
        var request = new RegistryRequest(repository.Domain, repository.Path, $"blobs/{descriptor.Digest}", What) { Offset = _done };
        using HttpResponseMessage response = await connection.SendAsync(request, cancellation).ConfigureAwait(false);
        long skip = SkipOf(response);
        using Stream body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceLength);
        try
        {
            int read;
            while ((read = await ReadAsync(body, piece, cancellation).ConfigureAwait(false)) > 0)
            {
                int skipped = (int)Math.Min(skip, read);
                skip -= skipped;
                await WriteAsync(piece.AsMemory(skipped, read - skipped), cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }

        if (_done < descriptor.Size)
        {
            throw new IOException($"the connection ended after {_done} of {descriptor.Size} bytes");
        }
    }

    // A registry that ignores the range sends all again.
    private long SkipOf(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.PartialContent)
        {
            return _done;
        }

        long from = response.Content.Headers.ContentRange?.From ?? -1;
        return from >= 0 && from <= _done
            ? _done - from
            : throw new ImageException(
                ImageErrorId.RegistryRefused, $"{repository.Domain} sends {What} from byte {from} on, but was asked from {_done} on.")
            { Subject = descriptor.Digest.ToString() };
    }

    private async Task<int> ReadAsync(Stream body, byte[] piece, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(connection.IdleTimeout);
        return await body.ReadAsync(piece, timeout.Token).ConfigureAwait(false);
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (bytes.Length > descriptor.Size - _done)
        {
            throw new ImageException(
                ImageErrorId.SizeMismatch, $"{repository.Domain} sends more than the {descriptor.Size} bytes that {What} should have.")
            { Subject = descriptor.Digest.ToString() };
        }

        await destination.WriteAsync(bytes, cancellation).ConfigureAwait(false);
        _done += bytes.Length;
        report?.Invoke(_done);
    }
}
