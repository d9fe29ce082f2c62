using System.Text.Json.Serialization;
using Knast.Oci.Json;

namespace Knast.Oci.ImageSpec;

/// <summary>
/// The <c>config</c> of an image: what a container of it does unless told otherwise (image-spec config.md), with docker's extensions.
/// </summary>
public sealed record ExecutionParameters
{
    /// <summary><c>user</c>, <c>uid</c>, <c>user:group</c>, <c>uid:gid</c>, <c>uid:group</c> or <c>user:gid</c>.</summary>
    [JsonPropertyName("User")]
    public string? User { get; init; }

    /// <summary>The ports offered, as <c>port</c>, <c>port/tcp</c> or <c>port/udp</c>.</summary>
    [JsonPropertyName("ExposedPorts"), JsonConverter(typeof(NameSetConverter))]
    public IReadOnlyList<string> ExposedPorts { get; init => field = value ?? []; } = [];

    /// <summary>The environment, as <c>NAME=value</c>.</summary>
    [JsonPropertyName("Env")]
    public IReadOnlyList<string> Env { get; init => field = value ?? []; } = [];

    /// <summary>The program, and the arguments that stay when the user gives others.</summary>
    [JsonPropertyName("Entrypoint")]
    public IReadOnlyList<string> Entrypoint { get; init => field = value ?? []; } = [];

    /// <summary>The default arguments, or the whole command where there is no entrypoint.</summary>
    [JsonPropertyName("Cmd")]
    public IReadOnlyList<string> Cmd { get; init => field = value ?? []; } = [];

    /// <summary>Directories whose data outlives the container.</summary>
    [JsonPropertyName("Volumes"), JsonConverter(typeof(NameSetConverter))]
    public IReadOnlyList<string> Volumes { get; init => field = value ?? []; } = [];

    /// <summary>The working directory.</summary>
    [JsonPropertyName("WorkingDir")]
    public string? WorkingDir { get; init; }

    /// <summary>Labels.</summary>
    [JsonPropertyName("Labels")]
    public IReadOnlyDictionary<string, string> Labels { get; init => field = value ?? NoEntries.Strings; } = NoEntries.Strings;

    /// <summary>The signal that stops the container, as <c>SIGNAME</c> or <c>SIGRTMIN+3</c>.</summary>
    [JsonPropertyName("StopSignal")]
    public string? StopSignal { get; init; }

    /// <summary>For Windows images of docker: the command is one line that is already escaped. Deprecated.</summary>
    [JsonPropertyName("ArgsEscaped"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ArgsEscaped { get; init; }

    /// <summary>How to tell that the container is well; docker's extension.</summary>
    [JsonPropertyName("Healthcheck")]
    public Healthcheck? Healthcheck { get; init; }

    /// <summary>Instructions to run when this image is built upon; docker's extension.</summary>
    [JsonPropertyName("OnBuild")]
    public IReadOnlyList<string> OnBuild { get; init => field = value ?? []; } = [];

    /// <summary>The shell of the shell form of build instructions; docker's extension.</summary>
    [JsonPropertyName("Shell")]
    public IReadOnlyList<string> Shell { get; init => field = value ?? []; } = [];
}
