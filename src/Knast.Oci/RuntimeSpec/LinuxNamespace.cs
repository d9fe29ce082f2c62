namespace Knast.Oci.RuntimeSpec;

/// <summary>A namespace to make, or to join by its path (runtime-spec config-linux.md, "Namespaces"; namespaces(7)).</summary>
public sealed record LinuxNamespace
{
    /// <summary>The type that isolates process ids.</summary>
    public const string Pid = "pid";

    /// <summary>The type that isolates the network stack.</summary>
    public const string Network = "network";

    /// <summary>The type that isolates the mount table.</summary>
    public const string MountTable = "mount";

    /// <summary>The type that isolates System V IPC and POSIX message queues.</summary>
    public const string Ipc = "ipc";

    /// <summary>The type that isolates hostname and domain name.</summary>
    public const string Uts = "uts";

    /// <summary>The type that isolates user and group ids.</summary>
    public const string User = "user";

    /// <summary>The type that isolates the view of the cgroup hierarchy.</summary>
    public const string Cgroup = "cgroup";

    /// <summary>The type that isolates the clocks.</summary>
    public const string Time = "time";

    /// <summary>One of the constants of this record; empty where the document lacks it.</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    /// <summary>The namespace to join, an absolute path; null makes a new one.</summary>
    public string? Path { get; init; }
}
