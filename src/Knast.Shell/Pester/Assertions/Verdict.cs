namespace Knast.Shell.Pester.Assertions;

/// <summary>Whether an assertion holds, and what is said where it should (or, with -Not, should not) have.</summary>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Failure">The message where it does not hold.</param>
/// <param name="NegatedFailure">The message where it holds against -Not.</param>
internal sealed record Verdict(bool Holds, Func<string> Failure, Func<string> NegatedFailure)
{
    /// <summary>What -PassThru gives.</summary>
    public object? Data { get; init; }
}
