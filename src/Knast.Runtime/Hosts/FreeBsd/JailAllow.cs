using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>The permissions of the configuration's section under the kernel's names (jail(8)).</summary>
internal static class JailAllow
{
    /// <summary>The permissions that the section states, by name without <c>allow.</c>; what it leaves out is the kernel's default.</summary>
    public static IReadOnlyDictionary<string, bool> Of(FreeBsdJail jail)
    {
        FreeBsdJailAllow allow = jail.Allow ?? new FreeBsdJailAllow();
        (string Name, bool? Value)[] all =
        [
            ("set_hostname", allow.SetHostname), ("raw_sockets", allow.RawSockets), ("chflags", allow.Chflags), ("quotas", allow.Quotas),
            ("socket_af", allow.SocketAf), ("mlock", allow.Mlock), ("reserved_ports", allow.ReservedPorts), ("suser", allow.Suser),
        ];
        var stated = all.Where(item => item.Value is not null).ToDictionary(item => item.Name, item => item.Value!.Value, StringComparer.Ordinal);
        foreach (string type in allow.Mount)
        {
            stated["mount"] = true;
            stated["mount." + type] = true;
        }

        return stated;
    }
}
