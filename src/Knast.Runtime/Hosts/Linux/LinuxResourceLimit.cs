namespace Knast.Runtime.Hosts.Linux;

/// <summary>Numbers of resource limits (asm-generic/resource.h).</summary>
internal static class LinuxResourceLimit
{
    private static readonly string[] Names =
    [
        "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_DATA", "RLIMIT_STACK", "RLIMIT_CORE", "RLIMIT_RSS", "RLIMIT_NPROC", "RLIMIT_NOFILE",
        "RLIMIT_MEMLOCK", "RLIMIT_AS", "RLIMIT_LOCKS", "RLIMIT_SIGPENDING", "RLIMIT_MSGQUEUE", "RLIMIT_NICE", "RLIMIT_RTPRIO", "RLIMIT_RTTIME",
    ];

    /// <summary>The kernel's number.</summary>
    /// <param name="name">Such as RLIMIT_NOFILE.</param>
    /// <exception cref="KnastException"><c>ResourceLimitUnknown</c>.</exception>
    public static int ToNumber(string name)
    {
        int number = Array.IndexOf(Names, name);
        return number >= 0
            ? number
            : throw new KnastException(
                "ResourceLimitUnknown", KnastErrorKind.InvalidArgument, $"Linux has no resource limit \"{name}\".", name, $"Known are: {string.Join(", ", Names)}.");
    }
}
