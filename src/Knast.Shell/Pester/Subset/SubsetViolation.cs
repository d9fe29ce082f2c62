namespace Knast.Shell.Pester.Subset;

/// <summary>A place where a test file goes beyond the subset of Pester's grammar.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record SubsetViolation(int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}: {Message}";
}
