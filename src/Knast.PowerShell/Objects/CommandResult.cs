namespace Knast;

/// <summary>What a command in a container wrote, and how it ended.</summary>
/// <param name="ExitCode">The exit code: 128 + signal when a signal ended it; null where nobody saw the end.</param>
/// <param name="Output">The lines of standard output.</param>
/// <param name="Error">The lines of standard error.</param>
public sealed record CommandResult(int? ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Error)
{
    /// <summary>The lines of standard output.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Output);
}
