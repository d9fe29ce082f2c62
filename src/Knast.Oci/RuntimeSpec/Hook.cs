namespace Knast.Oci.RuntimeSpec;

/// <summary>A program that is run at a point of a container's life (runtime-spec config.md, "Hooks").</summary>
public sealed record Hook
{
    /// <summary>The program, an absolute path; empty where the document lacks it.</summary>
    public string Path { get; init => field = value ?? ""; } = "";

    /// <summary>Its argument vector, the name of the program included.</summary>
    public IReadOnlyList<string> Args { get; init => field = value ?? []; } = [];

    /// <summary>Its environment, as <c>NAME=value</c>.</summary>
    public IReadOnlyList<string> Env { get; init => field = value ?? []; } = [];

    /// <summary>Seconds after which it is aborted; null means never.</summary>
    public int? Timeout { get; init; }
}
