using System.Text;
using Knast.Simulation.Jails;

namespace Knast.Simulation.Sysctls;

/// <summary>Sysctls about jails, and the list of jail parameters.</summary>
internal static class JailSysctls
{
    private const string Parameter = "security.jail.param.";
    private const uint ReadWriteInt = 0xc0040002;
    private const uint ReadWriteText = 0xc0040003;
    private const uint ReadInt = 0x80040002;
    private const uint AtCreationInt = 0x800c1002;
    private const uint AtCreationText = 0x800c1003;
    private const uint AddressList = 0xc0040005;
    private const uint LinuxName = ReadWriteText;
    private const uint AddedInt = 0xc2040002;

    // From the last that was added to the first, as the kernel lists them.
    private static readonly (string Name, string Format, uint Flags, string Size)[] s_parameters =
    [
        ("sysvshm.", "E,jailsys", ReadWriteInt, ""), ("sysvsem.", "E,jailsys", ReadWriteInt, ""), ("sysvmsg.", "E,jailsys", ReadWriteInt, ""),
        ("linux.oss_version", "I", ReadWriteInt, ""), ("linux.osrelease", "A", LinuxName, "128"), ("linux.osname", "A", LinuxName, "128"),
        ("linux.", "E,jailsys", ReadWriteInt, ""),
        ("env", "A,keyvalue", ReadWriteText, "4096"), ("meta", "A,keyvalue", ReadWriteText, "4096"),
        ("allow.mount.zfs", "B", AddedInt, ""), ("allow.mount.linsysfs", "B", AddedInt, ""), ("allow.mount.linprocfs", "B", AddedInt, ""),
        ("allow.mount.tmpfs", "B", AddedInt, ""), ("allow.mount.procfs", "B", AddedInt, ""), ("allow.mount.nullfs", "B", AddedInt, ""),
        ("allow.mount.fdescfs", "B", AddedInt, ""), ("allow.mount.devfs", "B", AddedInt, ""), ("allow.mount.", "B", ReadWriteInt, ""),
        ("allow.setaudit", "B", ReadWriteInt, ""), ("allow.routing", "B", ReadWriteInt, ""), ("allow.settime", "B", ReadWriteInt, ""),
        ("allow.adjtime", "B", ReadWriteInt, ""), ("allow.extattr", "B", ReadWriteInt, ""), ("allow.nfsd", "B", ReadWriteInt, ""),
        ("allow.suser", "B", ReadWriteInt, ""), ("allow.unprivileged_parent_tampering", "B", ReadWriteInt, ""),
        ("allow.unprivileged_proc_debug", "B", ReadWriteInt, ""), ("allow.read_msgbuf", "B", ReadWriteInt, ""),
        ("allow.reserved_ports", "B", ReadWriteInt, ""), ("allow.mlock", "B", ReadWriteInt, ""), ("allow.socket_af", "B", ReadWriteInt, ""),
        ("allow.quotas", "B", ReadWriteInt, ""), ("allow.chflags", "B", ReadWriteInt, ""), ("allow.raw_sockets", "B", ReadWriteInt, ""),
        ("allow.sysvipc", "B", ReadWriteInt, ""), ("allow.set_hostname", "B", ReadWriteInt, ""),
        ("ip6.saddrsel", "B", ReadWriteInt, ""), ("ip6.addr", "S,in6_addr,a", AddressList, "16"), ("ip6.", "E,jailsys", AtCreationInt, ""),
        ("ip4.saddrsel", "B", ReadWriteInt, ""), ("ip4.addr", "S,in_addr,a", AddressList, "4"), ("ip4.", "E,jailsys", AtCreationInt, ""),
        ("cpuset.id", "I", ReadInt, ""), ("host.hostid", "LU", 0xc0040008, "8"), ("host.hostuuid", "A", ReadWriteText, "64"),
        ("host.domainname", "A", ReadWriteText, "256"), ("host.hostname", "A", ReadWriteText, "256"), ("host.", "E,jailsys", ReadWriteInt, ""),
        ("children.max", "I", ReadWriteInt, ""), ("children.cur", "I", ReadInt, ""), ("dying", "B", ReadInt, ""),
        ("vnet", "E,jailsys", AtCreationInt, ""), ("persist", "B", ReadWriteInt, ""), ("devfs_ruleset", "I", ReadWriteInt, ""),
        ("enforce_statfs", "I", ReadWriteInt, ""), ("osrelease", "A", AtCreationText, "32"), ("osreldate", "I", AtCreationInt, ""),
        ("securelevel", "I", ReadWriteInt, ""), ("path", "A", AtCreationText, "1024"), ("name", "A", ReadWriteText, "256"),
        ("parent", "I", ReadInt, ""), ("jid", "I", AtCreationInt, ""),
    ];

    public static void Register(SysctlTable table)
    {
        table.AddInt32("security.jail.jailed", static call => call.Process.Jail.IsRoot ? 0 : 1);
        table.AddInt32("security.jail.vnet", static call => call.Process.Jail.HasVnet ? 1 : 0);
        table.AddInt32("security.jail.jail_max_af_ips", 255);
        table.AddInt32("security.jail.children.max", static call => call.Process.Jail.ChildrenMax);
        table.AddInt32("security.jail.children.cur", static call => call.Process.Jail.Descendants.Count());
        table.AddInt32("security.jail.enforce_statfs", static call => call.Process.Jail.EnforceStatfs);
        table.AddInt32("security.jail.devfs_ruleset", static call => call.Process.Jail.DevfsRuleset);
        foreach ((string name, string format, uint flags, string size) in s_parameters)
        {
            table.Add(Parameter + name, (full, oid) => new SysctlEntry(oid, full) { Flags = flags, Format = format, Read = (_, _) => Value(flags, size) });
        }
    }

    /// <summary>Whether a sysctl is there, given what is loaded.</summary>
    public static bool IsThere(SimulatedMachine machine, string name)
    {
        if (!name.StartsWith(Parameter, StringComparison.Ordinal))
        {
            return true;
        }

        string parameter = name[Parameter.Length..];
        return parameter.StartsWith("linux", StringComparison.Ordinal) ? machine.Modules.HasLinux
            : parameter is "meta" or "env" ? machine.Release.Is15
            : !parameter.StartsWith("allow.", StringComparison.Ordinal) || parameter == "allow.mount."
                || JailAllowances.Known(machine).Contains(parameter["allow.".Length..]);
    }

    // The value says how large one may be; lists say how large one element is.
    private static byte[] Value(uint flags, string size) => (flags & 0xf) switch
    {
        SysctlEntry.Text => Encoding.Latin1.GetBytes(size + "\0"),
        SysctlEntry.Opaque => BitConverter.GetBytes(long.Parse(size, System.Globalization.CultureInfo.InvariantCulture)),
        SysctlEntry.ULong => new byte[8],
        _ => new byte[4],
    };
}
