using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts;

/// <summary>A user as the container's own files know it (passwd(5), group(5)).</summary>
/// <param name="User">The numbers.</param>
/// <param name="Home">The home directory.</param>
internal sealed record ContainerIdentity(ContainerUser User, string Home);
