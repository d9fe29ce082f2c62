using System.Net;
using Knast.Oci;
using Knast.Oci.DistributionSpec;

namespace Knast.Images.Registries;

/// <summary>Makes errors of what registries answer.</summary>
internal static class RegistryFailure
{
    private const int LongestBody = 64 * 1024;

    /// <summary>The error of an answer that is no success.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="what">What was asked for.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<ImageException> OfAsync(HttpResponseMessage response, string what, CancellationToken cancellation)
    {
        string status = $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
        string words = await ReadErrorsAsync(response, cancellation).ConfigureAwait(false) is { Length: > 0 } errors ? $"{status}, {errors}" : status;
        string host = response.RequestMessage!.RequestUri!.Authority;
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound => new ImageException(ImageErrorId.ImageNotFound, $"{host} has no {what} ({words}).") { Subject = what },
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Unauthorized(host, what, words),
            _ when IsTransient(response.StatusCode) => new ImageException(
                ImageErrorId.RegistryUnavailable, $"{host} does not give {what} at present ({words}); try again later.")
            { Subject = what },
            _ => new ImageException(ImageErrorId.RegistryRefused, $"{host} refuses {what} ({words}).") { Subject = what },
        };
    }

    /// <summary>The error of a registry that wants other credentials.</summary>
    public static ImageException Unauthorized(string host, string what, string words) => new(
        ImageErrorId.RegistryUnauthorized,
        $"{host} does not give {what} to us ({words}): it does not exist, or Connect-KnastRegistry must be given a user who may have it.")
    { Subject = what };

    /// <summary>The error of a registry that cannot be reached.</summary>
    public static ImageException Unreachable(Uri address, string what, Exception error) => new(
        ImageErrorId.RegistryUnavailable, $"{address.Authority} cannot be asked for {what}: {Innermost(error).Message}", error)
    { Subject = what };

    /// <summary>Whether the same request may succeed later.</summary>
    public static bool IsTransient(HttpStatusCode status) => status
        is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static Exception Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner) : error;

    // The body is only for the message, so one that cannot be read is no error of its own.
    private static async Task<string> ReadErrorsAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            byte[] body = await BodyReader.ReadAsync(response, LongestBody, "an error", cancellation).ConfigureAwait(false);
            return string.Join("; ", OciJson.Read<ErrorResponse>(body).Errors);
        }
        catch (Exception error) when (error is ImageException or OciDocumentException or HttpRequestException or IOException)
        {
            return "";
        }
    }
}
