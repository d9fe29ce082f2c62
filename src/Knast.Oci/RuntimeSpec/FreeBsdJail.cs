namespace Knast.Oci.RuntimeSpec;

/// <summary>The jail of a container (runtime-spec config-freebsd.md, "Jail"; jail(8)).</summary>
public sealed record FreeBsdJail
{
    /// <summary>The value of a sharing property that turns the thing off.</summary>
    public const string Disable = "disable";

    /// <summary>The value of a sharing property that gives the container one of its own.</summary>
    public const string New = "new";

    /// <summary>The value of a sharing property that shares that of the parent.</summary>
    public const string Inherit = "inherit";

    /// <summary>The name of the jail that this one is a child of; null is the host.</summary>
    public string? Parent { get; init; }

    /// <summary><c>new</c> or <c>inherit</c>: hostname, domain name, hostuuid and hostid.</summary>
    public string? Host { get; init; }

    /// <summary><c>new</c>, <c>inherit</c> or <c>disable</c>: IPv4 addresses.</summary>
    public string? Ip4 { get; init; }

    /// <summary>The IPv4 addresses that the container may use, in numbers.</summary>
    public IReadOnlyList<string> Ip4Addr { get; init => field = value ?? []; } = [];

    /// <summary><c>new</c>, <c>inherit</c> or <c>disable</c>: IPv6 addresses.</summary>
    public string? Ip6 { get; init; }

    /// <summary>The IPv6 addresses that the container may use, in numbers.</summary>
    public IReadOnlyList<string> Ip6Addr { get; init => field = value ?? []; } = [];

    /// <summary><c>new</c> or <c>inherit</c>: the network stack.</summary>
    public string? Vnet { get; init; }

    /// <summary>The interface that gets the addresses as aliases while the container is there.</summary>
    public string? Interface { get; init; }

    /// <summary>Interfaces that move into the container's network stack.</summary>
    public IReadOnlyList<string> VnetInterfaces { get; init => field = value ?? []; } = [];

    /// <summary><c>new</c> (default), <c>inherit</c> or <c>disable</c>: System V message queues.</summary>
    public string? Sysvmsg { get; init; }

    /// <summary><c>new</c> (default), <c>inherit</c> or <c>disable</c>: System V semaphores.</summary>
    public string? Sysvsem { get; init; }

    /// <summary><c>new</c> (default), <c>inherit</c> or <c>disable</c>: System V shared memory.</summary>
    public string? Sysvshm { get; init; }

    /// <summary>Which mounts are seen: 0 all, 1 those below the root, 2 (default) the root only.</summary>
    public int? EnforceStatfs { get; init; }

    /// <summary>What the container may do.</summary>
    public FreeBsdJailAllow? Allow { get; init; }
}
