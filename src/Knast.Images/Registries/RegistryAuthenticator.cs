using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;

namespace Knast.Images.Registries;

/// <summary>Gets, and keeps, what registries want to see in the Authorization header.</summary>
internal sealed class RegistryAuthenticator(HttpMessageInvoker http, RegistryOptions options)
{
    private const int LongestAnswer = 256 * 1024;
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(Uri, string), (AuthenticationHeaderValue Header, DateTimeOffset Expires)> _known = new();

    /// <summary>What is known to be wanted in a repository; null for nothing.</summary>
    public AuthenticationHeaderValue? Find(RegistryEndpoint endpoint, string repository) =>
        _known.TryGetValue((endpoint.BaseAddress, repository), out var known) && known.Expires > DateTimeOffset.UtcNow + s_margin
            ? known.Header
            : null;

    /// <summary>Meets a challenge.</summary>
    /// <param name="endpoint">The registry.</param>
    /// <param name="repository">The repository that is asked for.</param>
    /// <param name="challenges">What the registry wants.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The header; null where the challenge cannot be met.</returns>
    public async Task<AuthenticationHeaderValue?> AnswerAsync(
        RegistryEndpoint endpoint, string repository, IEnumerable<AuthenticationHeaderValue> challenges, CancellationToken cancellation)
    {
        if (AuthenticationChallenge.Choose(challenges) is not { } challenge)
        {
            return null;
        }

        RegistryCredential? credential = options.Credentials is null
            ? null
            : await options.Credentials.GetAsync(endpoint.Domain, cancellation).ConfigureAwait(false);
        if (!challenge.IsBearer)
        {
            return credential is null ? null : Remember(endpoint, repository, Basic(credential), DateTimeOffset.MaxValue);
        }

        AccessToken? token = await RequestTokenAsync(endpoint, repository, challenge, credential, cancellation).ConfigureAwait(false);
        return token is null ? null : Remember(endpoint, repository, new AuthenticationHeaderValue("Bearer", token.Text), token.Expires);
    }

    private AuthenticationHeaderValue Remember(RegistryEndpoint endpoint, string repository, AuthenticationHeaderValue header, DateTimeOffset expires)
    {
        _known[(endpoint.BaseAddress, repository)] = (header, expires == DateTimeOffset.MaxValue ? DateTimeOffset.UtcNow.AddYears(1) : expires);
        return header;
    }

    private async Task<AccessToken?> RequestTokenAsync(
        RegistryEndpoint endpoint, string repository, AuthenticationChallenge challenge, RegistryCredential? credential, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(challenge.Realm, UriKind.Absolute, out Uri? realm) || realm.Scheme is not ("http" or "https"))
        {
            throw new ImageException(
                ImageErrorId.RegistryRefused, $"{endpoint.Domain} sends for tokens to '{challenge.Realm}', which is no address.")
            { Subject = endpoint.Domain };
        }

        // A registry that is asked by TLS must not make us show a password to everybody on the way.
        if (realm.Scheme == "http" && endpoint.BaseAddress.Scheme == "https" && !RegistryEndpoint.IsLoopback(realm.Authority))
        {
            throw new ImageException(
                ImageErrorId.RegistryRefused, $"{endpoint.Domain} sends for tokens to {realm}, which is not protected by TLS.")
            { Subject = endpoint.Domain };
        }

        string scope = challenge.Scope ?? $"repository:{repository}:pull";
        using HttpRequestMessage request = credential?.IdentityToken is { } identity
            ? ComposeExchange(realm, challenge.Service, scope, identity)
            : ComposeRequest(realm, challenge.Service, scope, credential);
        using HttpResponseMessage response = await http.SendAsync(request, cancellation).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            response.RequestMessage ??= request;
            throw await RegistryFailure.OfAsync(response, $"a token for {endpoint.Domain}/{repository}", cancellation).ConfigureAwait(false);
        }

        byte[] answer = await BodyReader.ReadAsync(response, LongestAnswer, "a token", cancellation).ConfigureAwait(false);
        return AccessToken.Read(answer, DateTimeOffset.UtcNow) ?? throw new ImageException(
            ImageErrorId.RegistryRefused, $"{realm.Authority} answers the request for a token without one.")
        { Subject = endpoint.Domain };
    }

    private static HttpRequestMessage ComposeRequest(Uri realm, string? service, string scope, RegistryCredential? credential)
    {
        var query = new StringBuilder(realm.Query.Length > 1 ? realm.Query[1..] + "&" : "");
        query.Append(service is null ? "" : $"service={Uri.EscapeDataString(service)}&");
        query.AppendJoin('&', scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => $"scope={Uri.EscapeDataString(one)}"));
        var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(realm) { Query = query.ToString() }.Uri);
        request.Headers.Authorization = credential is null ? null : Basic(credential);
        return request;
    }

    private static HttpRequestMessage ComposeExchange(Uri realm, string? service, string scope, string identity)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = identity,
            ["client_id"] = "knast",
            ["scope"] = scope,
            ["service"] = service ?? "",
        };
        return new HttpRequestMessage(HttpMethod.Post, realm) { Content = new FormUrlEncodedContent(form) };
    }

    private static AuthenticationHeaderValue Basic(RegistryCredential credential) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential.UserName}:{credential.Password}")));
}
