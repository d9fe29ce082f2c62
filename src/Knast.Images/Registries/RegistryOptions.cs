namespace Knast.Images.Registries;

/// <summary>How registries are asked.</summary>
public sealed record RegistryOptions
{
    /// <summary>Registries, as in references, that may be asked over HTTP, or over TLS with a certificate that cannot be checked. Loopback addresses may always be asked over HTTP.</summary>
    public IReadOnlySet<string> InsecureRegistries { get; init; } = new HashSet<string>();

    /// <summary>Who asks; null for anonymous.</summary>
    public ICredentialSource? Credentials { get; init; }

    /// <summary>How often a request is made that fails because of the network or of a registry that is overloaded.</summary>
    public int MaximumAttempts { get; init; } = 5;

    /// <summary>How long to wait before the second attempt; it doubles with each further one. A registry's <c>Retry-After</c> goes before it.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a registry may say nothing, before an answer or within one.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
