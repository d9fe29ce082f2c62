using System.Diagnostics;
using System.Management.Automation;
using Knast.Shell.Pester.Model;

namespace Knast.Shell.Pester.Running;

/// <summary>
/// The second phase. A block has a scope: its data and what BeforeAll sets. Within it each test has one: its data, then BeforeEach from the
/// outermost block inwards, the test, and AfterEach from the inside out, all in that scope.
/// </summary>
internal sealed class BlockRunner(PesterSession session, IPesterReporter reporter)
{
    private readonly ScopeInvoker _scopes = session.Scopes;

    public void RunFile(TestFile file)
    {
        using var drive = new TestDrive(_scopes);
        _scopes.InNewScriptScope(() => RunBlock(file.Root, drive));
    }

    private void RunBlock(PesterBlock block, TestDrive drive)
    {
        if (!block.AllTests.Any(t => t.ShouldRun))
            return;
        IReadOnlySet<string> present = drive.Snapshot();
        _scopes.InNewScope(() =>
        {
            bool ready = !block.HasWork || (Guarded(block.Errors, () => _scopes.Define(block.Data)) && Setup(block, SetupKind.BeforeAll));
            if (ready)
                Guarded(block.Errors, () => block.ExpandedName = Expand(block.Name));
            reporter.BlockStarted(block);
            if (ready)
                RunItems(block, drive);
            else
                FailAll(block, block.Errors);
            if (block.HasWork)
                Setup(block, SetupKind.AfterAll);
            reporter.BlockEnded(block);
        });
        if (!block.IsRoot)
            drive.Restore(present);
    }

    private void RunItems(PesterBlock block, TestDrive drive)
    {
        foreach (object item in block.Items)
        {
            if (item is PesterBlock child)
                RunBlock(child, drive);
            else if (item is PesterTest { ShouldRun: true } test)
                RunTest(test);
        }
    }

    private void RunTest(PesterTest test)
    {
        long start = Stopwatch.GetTimestamp();
        if (test.Skip)
        {
            test.Outcome = TestOutcome.Skipped;
            Guarded([], () => _scopes.InNewScope(() =>
            {
                _scopes.Define(test.Data);
                test.ExpandedName = Expand(test.Name);
            }));
        }
        else
        {
            session.Running = test;
            _scopes.InNewScope(() => RunInScope(test));
            session.Running = null;
            test.Outcome = Outcome(test.Errors);
        }

        test.Duration = Stopwatch.GetElapsedTime(start);
        reporter.TestEnded(test);
    }

    private void RunInScope(PesterTest test)
    {
        PesterBlock[] blocks = [.. Ancestors(test.Block)];
        Guarded(test.Errors, () =>
        {
            _scopes.Define(test.Data);
            foreach (PesterBlock block in blocks.Reverse())
            {
                if (block.Setups.TryGetValue(SetupKind.BeforeEach, out ScriptBlock? setup))
                    _scopes.DotSource(setup, test.Data);
            }

            test.ExpandedName = Expand(test.Name);
            _scopes.DotSource(test.Body, test.Data);
        });
        foreach (PesterBlock block in blocks)
        {
            if (block.Setups.TryGetValue(SetupKind.AfterEach, out ScriptBlock? teardown))
                Guarded(test.Errors, () => _scopes.DotSource(teardown, test.Data));
        }
    }

    private bool Setup(PesterBlock block, SetupKind kind) =>
        !block.Setups.TryGetValue(kind, out ScriptBlock? script) || Guarded(block.Errors, () => _scopes.DotSource(script, block.Data));

    // A block that could not be set up fails each test that is in it, so that none is lost from the counts.
    private void FailAll(PesterBlock block, IReadOnlyList<ErrorRecord> reasons)
    {
        foreach (PesterTest test in block.Tests.Where(t => t.ShouldRun))
        {
            test.Outcome = test.Skip ? TestOutcome.Skipped : TestOutcome.Failed;
            if (!test.Skip)
                test.Errors.AddRange(reasons);
            reporter.TestEnded(test);
        }

        foreach (PesterBlock child in block.Blocks.Where(b => b.AllTests.Any(t => t.ShouldRun)))
        {
            reporter.BlockStarted(child);
            FailAll(child, reasons);
            reporter.BlockEnded(child);
        }
    }

    private string Expand(string name) => NameTemplate.Expand(name, _scopes.Evaluate);

    private static TestOutcome Outcome(List<ErrorRecord> errors) => errors switch
    {
        [] => TestOutcome.Passed,
        [{ FullyQualifiedErrorId: TestFailure.SkippedId }] => TestOutcome.Skipped,
        [{ FullyQualifiedErrorId: TestFailure.InconclusiveId }] => TestOutcome.Inconclusive,
        _ => TestOutcome.Failed,
    };

    private static IEnumerable<PesterBlock> Ancestors(PesterBlock? block)
    {
        for (; block is not null; block = block.Parent)
        {
            yield return block;
        }
    }

    private static bool Guarded(List<ErrorRecord> errors, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (Exception e) when (TestFailure.IsFailure(e))
        {
            errors.Add(TestFailure.Record(e));
            return false;
        }
    }
}
