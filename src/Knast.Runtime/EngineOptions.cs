namespace Knast.Runtime;

/// <summary>Where an engine keeps its things.</summary>
public sealed record EngineOptions
{
    /// <summary>The environment variable that moves both roots.</summary>
    public const string RootVariable = "KNAST_ROOT";

    /// <summary>Images, layers, containers: what outlives a boot. An absolute path.</summary>
    public required string Root { get; init; }

    /// <summary>Run-time state, which ends with the boot. An absolute path.</summary>
    public required string RunRoot { get; init; }

    /// <summary>The options that a root given by the user, <c>KNAST_ROOT</c>, or nothing leads to.</summary>
    /// <param name="root">A root, or null for <c>KNAST_ROOT</c> or the defaults <c>/var/db/knast</c> and <c>/var/run/knast</c>.</param>
    public static EngineOptions For(string? root)
    {
        root ??= Environment.GetEnvironmentVariable(RootVariable);
        if (string.IsNullOrEmpty(root))
        {
            return new EngineOptions { Root = "/var/db/knast", RunRoot = "/var/run/knast" };
        }

        string full = Path.GetFullPath(root);
        return new EngineOptions { Root = full, RunRoot = Path.Combine(full, "run") };
    }
}
