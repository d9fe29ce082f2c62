namespace Knast.Shell.CommandLine;

/// <summary>What <c>-Pester</c> was given.</summary>
internal sealed record PesterArguments
{
    public IReadOnlyList<string> Paths { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> ExcludedTags { get; init; } = [];

    public PesterVerbosity Output { get; init; } = PesterVerbosity.Detailed;

    /// <summary>Where results are written: JSON for a name ending in <c>.json</c>, NUnit XML else; null for nowhere.</summary>
    public string? ResultPath { get; init; }
}
