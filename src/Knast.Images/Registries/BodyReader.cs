namespace Knast.Images.Registries;

/// <summary>Reads small bodies of answers.</summary>
internal static class BodyReader
{
    /// <summary>Reads a body whole.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ImageException"><see cref="ImageErrorId.RegistryRefused"/>: it has more.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, int most, string what, CancellationToken cancellation)
    {
        using Stream body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var content = new MemoryStream();
        byte[] piece = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(piece, cancellation).ConfigureAwait(false)) > 0)
        {
            content.Write(piece, 0, read);
            if (content.Length > most)
            {
                throw new ImageException(
                    ImageErrorId.RegistryRefused,
                    $"{response.RequestMessage?.RequestUri?.Authority} sends {what} of more than {most} bytes, which is too large.")
                { Subject = what };
            }
        }

        return content.ToArray();
    }
}
