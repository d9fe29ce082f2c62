namespace Knast.Simulation.Programs.Shell;

/// <summary>A word of a script.</summary>
/// <param name="Parts">Its parts.</param>
internal sealed record Word(IReadOnlyList<WordPart> Parts)
{
    /// <summary>The text of a word without quotes and expansions; null for others.</summary>
    public string? Plain => Parts.Count == 1 && Parts[0] is { Kind: WordPartKind.Literal, IsQuoted: false } part ? part.Text : null;
}
