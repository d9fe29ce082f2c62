using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>What is asked of a jail: the section of the configuration, completed from annotations.</summary>
/// <param name="Jail">The section.</param>
/// <param name="Allow">Permissions by the kernel's name without <c>allow.</c>, beyond what the section has.</param>
internal sealed record JailRequest(FreeBsdJail Jail, IReadOnlyDictionary<string, bool> Allow)
{
    /// <summary>Whether the jail has a network stack of its own.</summary>
    public bool HasVnet => Jail.Vnet == FreeBsdJail.New;
}
