namespace Knast.Shell.Pester.Model;

/// <summary>All files of a run and the counts that its summary gives.</summary>
internal sealed class TestRun(IReadOnlyList<TestFile> files)
{
    public IReadOnlyList<TestFile> Files => files;

    public TimeSpan Duration { get; set; }

    public IEnumerable<PesterTest> Tests => files.SelectMany(f => f.Root.AllTests);

    public int Passed => Count(TestOutcome.Passed);

    /// <summary>Failed tests, and blocks and files that failed outside of tests.</summary>
    public int Failed => Count(TestOutcome.Failed) + FailedBlocks + FailedFiles;

    public int Skipped => Count(TestOutcome.Skipped);

    public int Inconclusive => Count(TestOutcome.Inconclusive);

    public int NotRun => Count(TestOutcome.NotRun);

    public int FailedFiles => files.Count(f => f.Errors.Count > 0);

    /// <summary>Blocks whose AfterAll failed; a failed BeforeAll shows in the tests that could not run.</summary>
    public int FailedBlocks =>
        files.SelectMany(f => f.Root.SelfAndBlocks).Count(b => b.Errors.Count > 0 && !b.AllTests.Any(t => t.Outcome == TestOutcome.Failed));

    private int Count(TestOutcome outcome) => Tests.Count(t => t.Outcome == outcome);
}
