namespace Knast.Oci.RuntimeSpec;

/// <summary>The state of a container, as <c>state</c> prints it and hooks get it (runtime-spec runtime.md, "State").</summary>
public sealed record ContainerState : IOciDocument
{
    /// <summary>The container is being created.</summary>
    public const string Creating = "creating";

    /// <summary>It is created, and its program has not run.</summary>
    public const string Created = "created";

    /// <summary>Its program runs.</summary>
    public const string Running = "running";

    /// <summary>Its program has ended.</summary>
    public const string Stopped = "stopped";

    /// <summary>The version of the specification that the state complies with; empty where the document lacks it.</summary>
    public string OciVersion { get; init => field = value ?? ""; } = "";

    /// <summary>The container's id; empty where the document lacks it.</summary>
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>One of the constants of this record, or a runtime's own; empty where the document lacks it.</summary>
    public string Status { get; init => field = value ?? ""; } = "";

    /// <summary>The container's process; null where there is none.</summary>
    public int? Pid { get; init; }

    /// <summary>The absolute path of the bundle; empty where the document lacks it.</summary>
    public string Bundle { get; init => field = value ?? ""; } = "";

    /// <summary>The container's annotations.</summary>
    public IReadOnlyDictionary<string, string> Annotations { get; init => field = value ?? NoEntries.Strings; } = NoEntries.Strings;
}
