using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Knast.Images.Registries;

/// <summary>Decides whether and when a request is made again.</summary>
internal sealed class RetryPolicy(RegistryOptions options)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    /// <summary>Whether a failure is one of the network, which may be gone the next time.</summary>
    public static bool IsTransient(Exception error, CancellationToken cancellation) => error switch
    {
        // A name that does not exist and a port where nobody listens are mistakes far more often than they are passing.
        HttpRequestException request => request.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
            && request.InnerException is not (AuthenticationException or SocketException { SocketErrorCode: SocketError.ConnectionRefused }),
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => error is IOException,
    };

    /// <summary>Whether another attempt may be made.</summary>
    /// <param name="attempts">Attempts made so far.</param>
    public bool MayTryAgain(int attempts) => attempts < options.MaximumAttempts;

    /// <summary>Waits before the next attempt.</summary>
    /// <param name="attempts">Attempts made so far.</param>
    /// <param name="retryAfter">What the registry asks for; null for nothing.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public Task WaitAsync(int attempts, RetryConditionHeaderValue? retryAfter, CancellationToken cancellation)
    {
        TimeSpan asked = retryAfter?.Delta ?? (retryAfter?.Date - DateTimeOffset.UtcNow) ?? TimeSpan.Zero;
        TimeSpan delay = asked > TimeSpan.Zero ? asked : Backoff(attempts);
        return Task.Delay(delay < s_longest ? delay : s_longest, cancellation);
    }

    // Half of it is left to chance, so that many who failed together do not come again together.
    private TimeSpan Backoff(int attempts)
    {
        double full = options.RetryDelay.TotalMilliseconds * Math.Pow(2, attempts - 1);
#pragma warning disable CA5394 // no secret depends on this
        return TimeSpan.FromMilliseconds((full / 2) + (Random.Shared.NextDouble() * full / 2));
#pragma warning restore CA5394
    }
}
