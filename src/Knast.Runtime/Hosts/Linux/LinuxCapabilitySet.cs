namespace Knast.Runtime.Hosts.Linux;

/// <summary>Capabilities as the bits of capset(2) (capabilities(7), linux/capability.h).</summary>
internal static class LinuxCapabilitySet
{
    /// <summary>The names in the order of their bits.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_DAC_READ_SEARCH", "CAP_FOWNER", "CAP_FSETID", "CAP_KILL", "CAP_SETGID", "CAP_SETUID",
        "CAP_SETPCAP", "CAP_LINUX_IMMUTABLE", "CAP_NET_BIND_SERVICE", "CAP_NET_BROADCAST", "CAP_NET_ADMIN", "CAP_NET_RAW", "CAP_IPC_LOCK",
        "CAP_IPC_OWNER", "CAP_SYS_MODULE", "CAP_SYS_RAWIO", "CAP_SYS_CHROOT", "CAP_SYS_PTRACE", "CAP_SYS_PACCT", "CAP_SYS_ADMIN",
        "CAP_SYS_BOOT", "CAP_SYS_NICE", "CAP_SYS_RESOURCE", "CAP_SYS_TIME", "CAP_SYS_TTY_CONFIG", "CAP_MKNOD", "CAP_LEASE",
        "CAP_AUDIT_WRITE", "CAP_AUDIT_CONTROL", "CAP_SETFCAP", "CAP_MAC_OVERRIDE", "CAP_MAC_ADMIN", "CAP_SYSLOG", "CAP_WAKE_ALARM",
        "CAP_BLOCK_SUSPEND", "CAP_AUDIT_READ", "CAP_PERFMON", "CAP_BPF", "CAP_CHECKPOINT_RESTORE",
    ];

    /// <summary>The bits of names.</summary>
    /// <param name="names">Names as CAP_X.</param>
    /// <param name="available">What this process may give at all (its bounding set).</param>
    /// <exception cref="KnastException"><c>CapabilityUnknown</c>, or <c>CapabilityUnavailable</c>: this host lacks it.</exception>
    public static ulong ToBits(IEnumerable<string> names, ulong available)
    {
        ulong bits = 0;
        foreach (string name in names)
        {
            int bit = Names.ToList().FindIndex(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (bit < 0)
            {
                throw new KnastException("CapabilityUnknown", KnastErrorKind.InvalidArgument, $"There is no capability \"{name}\".", name, "See capabilities(7).");
            }

            if ((available & (1UL << bit)) == 0)
            {
                throw new KnastException(
                    "CapabilityUnavailable", KnastErrorKind.PermissionDenied,
                    $"The capability {name} cannot be given: it is not in the bounding set of this process.", name);
            }

            bits |= 1UL << bit;
        }

        return bits;
    }
}
