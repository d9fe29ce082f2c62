using System.Text.RegularExpressions;

namespace Knast.Shell.Cmdlets;

/// <summary>A line that Select-String found. The members have the names of pwsh's type of that name.</summary>
/// <param name="Line">The line.</param>
/// <param name="Path">The file, or InputStream.</param>
/// <param name="LineNumber">The line's number, from 1.</param>
/// <param name="Matches">Where the patterns matched.</param>
public sealed record MatchInfo(string Line, string Path, int LineNumber, IReadOnlyList<Match> Matches)
{
    /// <summary>The name of the file.</summary>
    public string Filename => System.IO.Path.GetFileName(Path);

    /// <inheritdoc/>
    public override string ToString() => Path == "InputStream" ? Line : $"{Path}:{LineNumber}:{Line}";
}
