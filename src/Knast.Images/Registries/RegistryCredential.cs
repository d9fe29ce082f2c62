namespace Knast.Images.Registries;

/// <summary>Who asks a registry.</summary>
/// <param name="UserName">The user.</param>
/// <param name="Password">The password, or an access token that stands for one.</param>
/// <param name="IdentityToken">A token of the registry's token server, which is exchanged for access tokens; null for none. It goes before the password.</param>
public sealed record RegistryCredential(string UserName, string Password, string? IdentityToken = null)
{
    /// <summary>The user only: secrets do not belong into messages.</summary>
    public override string ToString() => UserName;
}
