namespace Knast.Simulation.Jails;

/// <summary>The <c>allow.</c> parameters of a kernel.</summary>
internal static class JailAllowances
{
    /// <summary>What a new jail is allowed, as far as its parent is (JAIL_DEFAULT_ALLOW).</summary>
    public static readonly string[] ByDefault = ["set_hostname", "reserved_ports", "unprivileged_proc_debug", "suser"];

    /// <summary>What a jail may have that its parent has not (PR_ALLOW_DIFFERENCES).</summary>
    public static readonly string[] MayDiffer = ["unprivileged_proc_debug", "unprivileged_parent_tampering"];

    private static readonly string[] s_always =
    [
        "set_hostname", "sysvipc", "raw_sockets", "chflags", "mount", "quotas", "socket_af", "mlock", "reserved_ports", "read_msgbuf",
        "unprivileged_proc_debug", "suser",
    ];

    private static readonly string[] s_since15 = ["nfsd", "extattr", "adjtime", "settime", "routing", "unprivileged_parent_tampering", "setaudit"];

    /// <summary>All that a kernel knows now, without <c>allow.</c>; those of file systems depend on what is loaded.</summary>
    public static IEnumerable<string> Known(SimulatedMachine machine) =>
    [
        .. s_always, .. machine.Release.Is15 ? s_since15 : [], .. machine.Modules.JailFileSystems.Select(static name => "mount." + name),
    ];
}
