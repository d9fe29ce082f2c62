using System.Text.Json.Serialization;

namespace Knast.Oci.RuntimeSpec;

/// <summary>The process of a container (runtime-spec config.md, "Process"); also the document that <c>exec --process</c> takes.</summary>
public sealed record ContainerProcess : IOciDocument
{
    /// <summary>True if the process has a terminal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Terminal { get; init; }

    /// <summary>The size of the terminal; ignored without one.</summary>
    public ConsoleSize? ConsoleSize { get; init; }

    /// <summary>Who runs the process.</summary>
    public ContainerUser User { get; init => field = value ?? new ContainerUser(); } = new();

    /// <summary>The program and its arguments.</summary>
    public IReadOnlyList<string> Args { get; init => field = value ?? []; } = [];

    /// <summary>The environment, as <c>NAME=value</c>.</summary>
    public IReadOnlyList<string> Env { get; init => field = value ?? []; } = [];

    /// <summary>The working directory, an absolute path; empty where the document lacks it.</summary>
    public string Cwd { get; init => field = value ?? ""; } = "";

    /// <summary>Linux: the sets of capabilities.</summary>
    public LinuxCapabilities? Capabilities { get; init; }

    /// <summary>Resource limits.</summary>
    public IReadOnlyList<PosixRlimit> Rlimits { get; init => field = value ?? []; } = [];

    /// <summary>Linux: true if no program may gain privileges by execve.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NoNewPrivileges { get; init; }

    /// <summary>Linux: the AppArmor profile.</summary>
    public string? ApparmorProfile { get; init; }

    /// <summary>Linux: the value of <c>/proc/PID/oom_score_adj</c>; null leaves it alone.</summary>
    public int? OomScoreAdj { get; init; }

    /// <summary>Linux: the scheduling policy.</summary>
    public LinuxScheduler? Scheduler { get; init; }

    /// <summary>Linux: the SELinux label.</summary>
    public string? SelinuxLabel { get; init; }

    /// <summary>Linux: the I/O priority.</summary>
    public LinuxIoPriority? IoPriority { get; init; }

    /// <summary>Linux: the processors of processes started by <c>exec</c>.</summary>
    [JsonPropertyName("execCPUAffinity")]
    public CpuAffinity? ExecCpuAffinity { get; init; }
}
