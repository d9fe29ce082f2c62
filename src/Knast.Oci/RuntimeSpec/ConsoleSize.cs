namespace Knast.Oci.RuntimeSpec;

/// <summary>The size of a terminal in characters (runtime-spec config.md, "consoleSize").</summary>
public sealed record ConsoleSize
{
    /// <summary>Rows.</summary>
    public uint Height { get; init; }

    /// <summary>Columns.</summary>
    public uint Width { get; init; }
}
