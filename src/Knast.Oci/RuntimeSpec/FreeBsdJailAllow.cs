namespace Knast.Oci.RuntimeSpec;

/// <summary>
/// What a jail may do; null is the default of jail(8), so that false can be told from it (runtime-spec config-freebsd.md, "allow").
/// </summary>
public sealed record FreeBsdJailAllow
{
    /// <summary>Change its hostname.</summary>
    public bool? SetHostname { get; init; }

    /// <summary>Use raw sockets.</summary>
    public bool? RawSockets { get; init; }

    /// <summary>Change system file flags.</summary>
    public bool? Chflags { get; init; }

    /// <summary>Types of filesystems that it may mount, such as <c>tmpfs</c>.</summary>
    public IReadOnlyList<string> Mount { get; init => field = value ?? []; } = [];

    /// <summary>Change quotas.</summary>
    public bool? Quotas { get; init; }

    /// <summary>Use sockets other than IPv4, IPv6, UNIX and route.</summary>
    public bool? SocketAf { get; init; }

    /// <summary>Lock memory; .NET does not start without.</summary>
    public bool? Mlock { get; init; }

    /// <summary>Bind ports below 1024.</summary>
    public bool? ReservedPorts { get; init; }

    /// <summary>Have a super-user; on where null.</summary>
    public bool? Suser { get; init; }
}
