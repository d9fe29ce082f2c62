using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Knast.Images.Registries;

/// <summary>Sends requests to registries: finds their address, authenticates, follows redirects, tries again.</summary>
internal sealed class RegistryConnection : IDisposable
{
    private const int MostRedirects = 10;

    private static readonly ProductInfoHeaderValue s_userAgent =
        new("knast", typeof(RegistryConnection).Assembly.GetName().Version!.ToString(fieldCount: 3));

    private readonly RegistryOptions _options;
    private readonly Lazy<HttpMessageInvoker> _http;
    private readonly Lazy<RegistryAuthenticator> _authenticator;
    private readonly ConcurrentDictionary<string, RegistryEndpoint> _endpoints = new();

    public RegistryConnection(RegistryOptions options)
    {
        _options = options;
        Retry = new RetryPolicy(options);
        _http = new Lazy<HttpMessageInvoker>(CreateInvoker);
        _authenticator = new Lazy<RegistryAuthenticator>(() => new RegistryAuthenticator(_http.Value, options));
    }

    /// <summary>When to try again.</summary>
    public RetryPolicy Retry { get; }

    /// <summary>How long a registry may say nothing.</summary>
    public TimeSpan IdleTimeout => _options.IdleTimeout;

    /// <summary>Sends a request until there is an answer that no further attempt will better.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The answer, a success, its body unread.</returns>
    /// <exception cref="ImageException">The registry refuses, or cannot be reached.</exception>
    public async Task<HttpResponseMessage> SendAsync(RegistryRequest request, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            RetryConditionHeaderValue? retryAfter = null;
            try
            {
                HttpResponseMessage response = await SendOnceAsync(request, cancellation).ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                {
                    return response;
                }

                using (response)
                {
                    if (!RegistryFailure.IsTransient(response.StatusCode) || !Retry.MayTryAgain(attempt))
                    {
                        throw await RegistryFailure.OfAsync(response, request.What, cancellation).ConfigureAwait(false);
                    }

                    retryAfter = response.Headers.RetryAfter;
                }
            }
            catch (Exception error) when (RetryPolicy.IsTransient(error, cancellation) || error is HttpRequestException)
            {
                if (!Retry.MayTryAgain(attempt) || !RetryPolicy.IsTransient(error, cancellation))
                {
                    throw RegistryFailure.Unreachable(RegistryEndpoint.Secure(request.Domain).BaseAddress, request.What, error);
                }
            }

            await Retry.WaitAsync(attempt, retryAfter, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_http.IsValueCreated)
        {
            _http.Value.Dispose();
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(RegistryRequest request, CancellationToken cancellation)
    {
        RegistryEndpoint endpoint = await FindEndpointAsync(request.Domain, cancellation).ConfigureAwait(false);
        AuthenticationHeaderValue? authorization = _authenticator.Value.Find(endpoint, request.Repository);
        HttpResponseMessage response = await FollowAsync(request, endpoint, authorization, cancellation).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
        {
            return response;
        }

        using (response)
        {
            authorization = await _authenticator.Value.AnswerAsync(endpoint, request.Repository, response.Headers.WwwAuthenticate, cancellation)
                .ConfigureAwait(false);
            if (authorization is null)
            {
                throw await RegistryFailure.OfAsync(response, request.What, cancellation).ConfigureAwait(false);
            }
        }

        return await FollowAsync(request, endpoint, authorization, cancellation).ConfigureAwait(false);
    }

    // Followed here, so that the Authorization header stays with the host that it is for, and TLS is not left.
    private async Task<HttpResponseMessage> FollowAsync(
        RegistryRequest request, RegistryEndpoint endpoint, AuthenticationHeaderValue? authorization, CancellationToken cancellation)
    {
        Uri address = endpoint.In(request.Repository, request.Path);
        for (int redirects = 0; ; redirects++)
        {
            HttpResponseMessage response = await SendToAsync(request, address, authorization, cancellation).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode) || response.Headers.Location is not { } location)
            {
                return response;
            }

            using (response)
            {
                var next = new Uri(address, location);
                if (redirects == MostRedirects || (address.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps))
                {
                    throw new ImageException(
                        ImageErrorId.RegistryRefused,
                        $"{address.Authority} redirects the request for {request.What} to {next.GetLeftPart(UriPartial.Path)}, which is not followed: it leaves TLS, or is one redirect too many.")
                    { Subject = request.What };
                }

                authorization = IsSameHost(address, next) ? authorization : null;
                address = next;
            }
        }
    }

    private async Task<HttpResponseMessage> SendToAsync(
        RegistryRequest request, Uri address, AuthenticationHeaderValue? authorization, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(request.Method, address);
        message.Headers.Authorization = authorization;
        message.Headers.UserAgent.Add(s_userAgent);
        message.Headers.Range = request.Offset > 0 ? new RangeHeaderValue(request.Offset, null) : null;
        foreach (string mediaType in request.Accept)
        {
            message.Headers.Accept.ParseAdd(mediaType);
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(_options.IdleTimeout);
        HttpResponseMessage response = await _http.Value.SendAsync(message, timeout.Token).ConfigureAwait(false);
        response.RequestMessage ??= message;
        return response;
    }

    // Whether a registry that may be asked without TLS has TLS all the same, only asking it tells.
    private async Task<RegistryEndpoint> FindEndpointAsync(string domain, CancellationToken cancellation)
    {
        if (_endpoints.TryGetValue(domain, out RegistryEndpoint? known))
        {
            return known;
        }

        RegistryEndpoint endpoint = RegistryEndpoint.Secure(domain);
        if (MayBePlain(domain) && !await HasTlsAsync(endpoint, cancellation).ConfigureAwait(false))
        {
            endpoint = RegistryEndpoint.Plain(domain);
        }

        return _endpoints.GetOrAdd(domain, endpoint);
    }

    private async Task<bool> HasTlsAsync(RegistryEndpoint endpoint, CancellationToken cancellation)
    {
        using var ping = new HttpRequestMessage(HttpMethod.Get, endpoint.BaseAddress);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(_options.IdleTimeout);
        try
        {
            using HttpResponseMessage response = await _http.Value.SendAsync(ping, timeout.Token).ConfigureAwait(false);
            return true;
        }
        catch (HttpRequestException error) when (error.InnerException is AuthenticationException or IOException || error.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            return false;
        }
    }

    private bool MayBePlain(string domain) => RegistryEndpoint.IsLoopback(domain) || _options.InsecureRegistries.Contains(domain);

    private HttpMessageInvoker CreateInvoker()
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (sender, _, _, errors) =>
            errors == System.Net.Security.SslPolicyErrors.None
            || (sender is System.Net.Security.SslStream stream && _options.InsecureRegistries.Any(domain => HostOf(domain) == stream.TargetHostName));
        return new HttpMessageInvoker(handler);
    }

    private static string HostOf(string domain) => new Uri($"https://{domain}/").Host;

    private static bool IsRedirect(HttpStatusCode status) => status
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static bool IsSameHost(Uri left, Uri right) => left.Scheme == right.Scheme && left.Authority == right.Authority;
}
