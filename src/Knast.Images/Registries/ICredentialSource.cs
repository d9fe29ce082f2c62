namespace Knast.Images.Registries;

/// <summary>Knows who asks a registry.</summary>
public interface ICredentialSource
{
    /// <summary>The credential for a registry.</summary>
    /// <param name="registry">Its domain as in references, such as <c>docker.io</c> or <c>localhost:5000</c>.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>Null where there is none: then it is asked anonymously.</returns>
    ValueTask<RegistryCredential?> GetAsync(string registry, CancellationToken cancellation);
}
