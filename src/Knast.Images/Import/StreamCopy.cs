namespace Knast.Images.Import;

/// <summary>Reads streams whole or in pieces.</summary>
internal static class StreamCopy
{
    private const int PieceLength = 256 * 1024;

    /// <summary>Copies a stream.</summary>
    /// <returns>Bytes copied.</returns>
    public static long Copy(Stream from, Stream to, CancellationToken cancellation)
    {
        byte[] piece = GC.AllocateUninitializedArray<byte>(PieceLength);
        long total = 0;
        int read;
        while ((read = from.Read(piece)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            to.Write(piece, 0, read);
            total += read;
        }

        return total;
    }

    /// <summary>Reads a stream that must be small.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <exception cref="ImageException"><see cref="ImageErrorId.ManifestInvalid"/>.</exception>
    public static byte[] ReadAll(Stream stream, int most, string what)
    {
        using var content = new MemoryStream();
        byte[] piece = new byte[16 * 1024];
        int read;
        while ((read = stream.Read(piece)) > 0)
        {
            content.Write(piece, 0, read);
            if (content.Length > most)
            {
                throw new ImageException(ImageErrorId.ManifestInvalid, $"{what} has more than {most} bytes, which no document of an image may have.");
            }
        }

        return content.ToArray();
    }
}
