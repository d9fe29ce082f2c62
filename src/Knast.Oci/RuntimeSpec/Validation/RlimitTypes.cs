namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>The resources that a process can be limited in: Linux' getrlimit(2), FreeBSD's getrlimit(2).</summary>
internal static class RlimitTypes
{
    private static readonly string[] Linux =
    [
        "RLIMIT_AS", "RLIMIT_CORE", "RLIMIT_CPU", "RLIMIT_DATA", "RLIMIT_FSIZE", "RLIMIT_LOCKS", "RLIMIT_MEMLOCK", "RLIMIT_MSGQUEUE",
        "RLIMIT_NICE", "RLIMIT_NOFILE", "RLIMIT_NPROC", "RLIMIT_RSS", "RLIMIT_RTPRIO", "RLIMIT_RTTIME", "RLIMIT_SIGPENDING", "RLIMIT_STACK",
    ];

    private static readonly string[] FreeBsd =
    [
        "RLIMIT_AS", "RLIMIT_CORE", "RLIMIT_CPU", "RLIMIT_DATA", "RLIMIT_FSIZE", "RLIMIT_KQUEUES", "RLIMIT_MEMLOCK", "RLIMIT_NOFILE",
        "RLIMIT_NPROC", "RLIMIT_NPTS", "RLIMIT_PIPEBUF", "RLIMIT_RSS", "RLIMIT_SBSIZE", "RLIMIT_STACK", "RLIMIT_SWAP", "RLIMIT_UMTXP",
        "RLIMIT_VMEM",
    ];

    public static IReadOnlyCollection<string> Of(RuntimePlatform platform) => platform == RuntimePlatform.Linux ? Linux : FreeBsd;
}
