namespace Knast.Native.FreeBsd.Jails;

/// <summary>Parameters that every jail of FreeBSD 13 and newer has, so that asking for them needs no look at the catalogue.</summary>
public static class KnownJailParameters
{
    /// <summary>The longest name of a jail and of a host, with the NUL (MAXHOSTNAMELEN).</summary>
    public const int LongestName = 256;

    private const int LongestPath = 1024;

    /// <summary>The id.</summary>
    public static JailParameterDefinition Jid { get; } = new("jid", JailParameterKind.Number, 4, JailParameterAccess.AtCreation);

    /// <summary>The name, as the asking jail sees it.</summary>
    public static JailParameterDefinition Name { get; } = new("name", JailParameterKind.Text, LongestName, JailParameterAccess.ReadWrite);

    /// <summary>The root, as the asking jail sees it.</summary>
    public static JailParameterDefinition Path { get; } = new("path", JailParameterKind.Text, LongestPath, JailParameterAccess.AtCreation);

    /// <summary>The id of the jail that it is in; 0 for the asking one.</summary>
    public static JailParameterDefinition Parent { get; } = new("parent", JailParameterKind.Number, 4, JailParameterAccess.ReadOnly);

    /// <summary>Whether it is removed and only waits for the last of what holds it.</summary>
    public static JailParameterDefinition Dying { get; } = new("dying", JailParameterKind.Flag, 4, JailParameterAccess.ReadOnly);

    /// <summary>Whether it stays without processes.</summary>
    public static JailParameterDefinition Persist { get; } = new("persist", JailParameterKind.Flag, 4, JailParameterAccess.ReadWrite);

    /// <summary>The host name inside.</summary>
    public static JailParameterDefinition Hostname { get; } =
        new("host.hostname", JailParameterKind.Text, LongestName, JailParameterAccess.ReadWrite);

    /// <summary>The cpuset (cpuset(2)).</summary>
    public static JailParameterDefinition CpusetId { get; } = new("cpuset.id", JailParameterKind.Number, 4, JailParameterAccess.ReadOnly);

    /// <summary>How many jails it has inside.</summary>
    public static JailParameterDefinition ChildrenCurrent { get; } =
        new("children.cur", JailParameterKind.Number, 4, JailParameterAccess.ReadOnly);

    /// <summary>How many jails it may have inside.</summary>
    public static JailParameterDefinition ChildrenMaximum { get; } =
        new("children.max", JailParameterKind.Number, 4, JailParameterAccess.ReadWrite);

    /// <summary>The devfs ruleset that its mounts of devfs get.</summary>
    public static JailParameterDefinition DevfsRuleset { get; } =
        new("devfs_ruleset", JailParameterKind.Number, 4, JailParameterAccess.ReadWrite);

    /// <summary>How much it sees of mounts: 0 all, 1 those below its root, 2 its root only.</summary>
    public static JailParameterDefinition EnforceStatfs { get; } =
        new("enforce_statfs", JailParameterKind.Number, 4, JailParameterAccess.ReadWrite);

    /// <summary>The IPv4 addresses of a jail without vnet.</summary>
    public static JailParameterDefinition Addresses4 { get; } =
        new("ip4.addr", JailParameterKind.Addresses4, 4, JailParameterAccess.ReadWrite);

    /// <summary>The IPv6 addresses of a jail without vnet.</summary>
    public static JailParameterDefinition Addresses6 { get; } =
        new("ip6.addr", JailParameterKind.Addresses6, 16, JailParameterAccess.ReadWrite);

    /// <summary>Its network stack; only where the kernel has VIMAGE.</summary>
    public static JailParameterDefinition Vnet { get; } = new("vnet", JailParameterKind.System, 4, JailParameterAccess.AtCreation);
}
