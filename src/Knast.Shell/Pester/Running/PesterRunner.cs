using System.Diagnostics;
using System.Management.Automation;
using Knast.Shell.Pester.Model;

namespace Knast.Shell.Pester.Running;

/// <summary>Runs test files, one after another, each in its two phases.</summary>
internal sealed class PesterRunner(PSCmdlet host, TestFilter filter, IPesterReporter reporter)
{
    public TestRun Run(IReadOnlyList<string> paths)
    {
        var run = new TestRun([.. paths.Select(p => new TestFile(p))]);
        long start = Stopwatch.GetTimestamp();
        PesterSession session = PesterSession.Start(new ScopeInvoker(host));
        try
        {
            // As in Pester, every file is read before the first test runs.
            foreach (TestFile file in run.Files)
            {
                Discovery.Discover(session, file);
                filter.Apply(file.Root);
            }

            var runner = new BlockRunner(session, reporter);
            foreach (TestFile file in run.Files)
            {
                reporter.FileStarted(file);
                if (file.Errors.Count == 0)
                    runner.RunFile(file);
                reporter.FileEnded(file);
            }
        }
        finally
        {
            PesterSession.End();
        }

        run.Duration = Stopwatch.GetElapsedTime(start);
        reporter.RunEnded(run);
        return run;
    }
}
