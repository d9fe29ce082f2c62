using System.Net;
using Knast.Oci;

namespace Knast.Images.Registries;

/// <summary>Where a registry is.</summary>
/// <param name="Domain">Its domain as in references.</param>
/// <param name="BaseAddress">Where its API is, with a slash at the end.</param>
internal sealed record RegistryEndpoint(string Domain, Uri BaseAddress)
{
    private const string DockerHubHost = "registry-1.docker.io";

    /// <summary>Where a registry is by TLS.</summary>
    public static RegistryEndpoint Secure(string domain) => new(domain, new Uri($"https://{HostOf(domain)}/v2/"));

    /// <summary>Where a registry is without TLS.</summary>
    public static RegistryEndpoint Plain(string domain) => new(domain, new Uri($"http://{HostOf(domain)}/v2/"));

    /// <summary>Whether a host is this machine itself.</summary>
    public static bool IsLoopback(string domain)
    {
        string host = new Uri($"http://{HostOf(domain)}/").Host.Trim('[', ']');
        return host == "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal)
            || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
    }

    /// <summary>The address of something in a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="path">What, such as <c>manifests/latest</c>.</param>
    public Uri In(string repository, string path) => new(BaseAddress, $"{repository}/{path}");

    private static string HostOf(string domain) => domain == ImageReference.DefaultDomain ? DockerHubHost : domain;
}
