using System.Net;
using System.Net.Sockets;
using Knast.Native.FreeBsd.Jails;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>Turns what is asked of a jail into the parameters of jail_set(2).</summary>
internal static class JailPlan
{
    private const int SpecificationStatfs = 2;

    /// <summary>The full name of a container's jail: below its parent where it has one.</summary>
    public static string NameOf(string id, JailRequest request)
    {
        // A dot would make the kernel look for a parent, and a name of digits means an id.
        string own = id.Replace('.', '_');
        own = own.All(char.IsAsciiDigit) ? "c" + own : own;
        return request.Jail.Parent is { Length: > 0 } parent ? $"{parent}.{own}" : own;
    }

    /// <summary>The parameters.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="id">The container.</param>
    /// <param name="root">The root directory, absolute on the host.</param>
    public static IReadOnlyList<JailParameter> Compose(RuntimeConfig config, JailRequest request, string id, string root)
    {
        FreeBsdJail jail = request.Jail;
        bool isOwnHost = jail.Host == FreeBsdJail.New || !string.IsNullOrEmpty(config.Hostname) || !string.IsNullOrEmpty(config.Domainname);
        List<JailParameter> parameters =
        [
            JailParameter.Text("name", NameOf(id, request)),
            JailParameter.Text("path", root),
            JailParameter.Flag("persist", true),
            JailParameter.Number("enforce_statfs", jail.EnforceStatfs ?? SpecificationStatfs),
            JailParameter.System("host", isOwnHost ? JailSystem.New : JailSystem.Inherit),
            JailParameter.System("sysvmsg", System(jail.Sysvmsg, JailSystem.New)),
            JailParameter.System("sysvsem", System(jail.Sysvsem, JailSystem.New)),
            JailParameter.System("sysvshm", System(jail.Sysvshm, JailSystem.New)),
        ];
        if (!string.IsNullOrEmpty(config.Hostname))
        {
            parameters.Add(JailParameter.Text("host.hostname", config.Hostname));
        }

        if (!string.IsNullOrEmpty(config.Domainname))
        {
            parameters.Add(JailParameter.Text("host.domainname", config.Domainname));
        }

        AddNetwork(parameters, request);
        foreach ((string name, bool isOn) in JailAllow.Of(jail).Concat(request.Allow).DistinctBy(item => item.Key).OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            parameters.Add(JailParameter.Flag("allow." + name, isOn));
        }

        return parameters;
    }

    private static void AddNetwork(List<JailParameter> parameters, JailRequest request)
    {
        if (request.HasVnet)
        {
            parameters.Add(JailParameter.System("vnet", JailSystem.New));
            return;
        }

        AddFamily(parameters, "ip4", AddressFamily.InterNetwork, request.Jail.Ip4, request.Jail.Ip4Addr);
        AddFamily(parameters, "ip6", AddressFamily.InterNetworkV6, request.Jail.Ip6, request.Jail.Ip6Addr);
    }

    // Without a word of it a jail would have no addresses at all; a shared stack is what vnet=inherit asks for.
    private static void AddFamily(List<JailParameter> parameters, string name, AddressFamily family, string? mode, IReadOnlyList<string> addresses)
    {
        if (addresses.Count > 0)
        {
            parameters.Add(JailParameter.Addresses(name + ".addr", family, [.. addresses.Select(IPAddress.Parse)]));
            return;
        }

        parameters.Add(JailParameter.System(name, System(mode, JailSystem.Inherit)));
    }

    private static JailSystem System(string? text, JailSystem otherwise) => text switch
    {
        FreeBsdJail.New => JailSystem.New,
        FreeBsdJail.Inherit => JailSystem.Inherit,
        FreeBsdJail.Disable => JailSystem.Disable,
        _ => otherwise,
    };
}
