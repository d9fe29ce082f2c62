namespace Knast.Shell.Pester.Model;

/// <summary>What became of a test; the names are Pester's.</summary>
internal enum TestOutcome
{
    NotRun,
    Passed,
    Failed,
    Skipped,
    Inconclusive,
}
