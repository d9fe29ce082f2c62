using System.Management.Automation;
using System.Management.Automation.Host;
using Knast.Shell.CommandLine;
using Knast.Shell.Pester.Model;
using Knast.Shell.Pester.Running;

namespace Knast.Shell.Pester.Reporting;

/// <summary>Writes a run to the host, in Pester's manner.</summary>
internal sealed class HostReporter(PSHostUserInterface ui, PesterVerbosity verbosity) : IPesterReporter
{
    private const ConsoleColor Unset = (ConsoleColor)(-1);

    public void FileStarted(TestFile file)
    {
        if (verbosity == PesterVerbosity.None)
            return;
        if (verbosity == PesterVerbosity.Detailed)
            Line(ConsoleColor.Magenta, $"\nRunning tests from '{file.Path}'");
        foreach (ErrorRecord error in file.Errors)
        {
            Line(ConsoleColor.Red, $"[-] {file.Path}: {error.Exception.Message}");
        }
    }

    public void BlockStarted(PesterBlock block)
    {
        if (verbosity == PesterVerbosity.Detailed && !block.IsRoot)
            Line(ConsoleColor.Green, $"{Indent(block)}{(block.Kind.Equals("Describe", StringComparison.OrdinalIgnoreCase) ? "Describing" : "Context")} {block.ExpandedName}");
    }

    public void TestEnded(PesterTest test)
    {
        bool failed = test.Outcome == TestOutcome.Failed;
        if (verbosity == PesterVerbosity.None || (verbosity == PesterVerbosity.Normal && !failed))
            return;
        string name = verbosity == PesterVerbosity.Detailed ? test.ExpandedName : test.FullName;
        string indent = verbosity == PesterVerbosity.Detailed ? Indent(test.Block) + "  " : "";
        (string mark, ConsoleColor colour) = Mark(test.Outcome);
        string reason = test.Outcome is TestOutcome.Skipped or TestOutcome.Inconclusive && test.Errors.Count > 0 ? " " + test.Errors[0].Exception.Message : "";
        Line(colour, $"{indent}[{mark}] {name}{reason} {test.Duration.TotalMilliseconds:0}ms");
        if (failed)
            Failures(test.Errors, indent + " ");
    }

    public void BlockEnded(PesterBlock block)
    {
        if (verbosity == PesterVerbosity.None || block.Errors.Count == 0)
            return;
        Line(ConsoleColor.Red, $"{Indent(block)}[-] {block.Kind} {block.FullName} failed outside of its tests");
        Failures(block.Errors, Indent(block) + " ");
    }

    public void FileEnded(TestFile file)
    {
        if (verbosity != PesterVerbosity.Normal || file.Errors.Count > 0)
            return;
        int failed = file.Root.AllTests.Count(t => t.Outcome == TestOutcome.Failed);
        TimeSpan time = file.Root.AllTests.Aggregate(TimeSpan.Zero, (sum, t) => sum + t.Duration);
        Line(failed == 0 ? ConsoleColor.Green : ConsoleColor.Red, $"[{(failed == 0 ? '+' : '-')}] {file.Path} {time.TotalMilliseconds:0}ms");
    }

    public void RunEnded(TestRun run)
    {
        ui.WriteLine($"Tests completed in {run.Duration.TotalSeconds:0.##}s");
        string more = (run.Inconclusive > 0 ? $", Inconclusive: {run.Inconclusive}" : "") + (run.NotRun > 0 ? $", NotRun: {run.NotRun}" : "");
        Line(run.Failed == 0 ? ConsoleColor.Green : ConsoleColor.Red, $"Tests Passed: {run.Passed}, Failed: {run.Failed}, Skipped: {run.Skipped}{more}");
    }

    private void Failures(IEnumerable<ErrorRecord> errors, string indent)
    {
        foreach (ErrorRecord error in errors)
        {
            foreach (string line in FailureText.Lines(error))
            {
                Line(ConsoleColor.Red, indent + line);
            }
        }
    }

    private void Line(ConsoleColor colour, string text) => ui.Write(colour, Unset, text + "\n");

    private static (string Mark, ConsoleColor Colour) Mark(TestOutcome outcome) => outcome switch
    {
        TestOutcome.Passed => ("+", ConsoleColor.DarkGreen),
        TestOutcome.Failed => ("-", ConsoleColor.Red),
        TestOutcome.Skipped => ("!", ConsoleColor.Yellow),
        _ => ("?", ConsoleColor.Gray),
    };

    private static string Indent(PesterBlock block)
    {
        int depth = -1;
        for (PesterBlock? b = block; b is { IsRoot: false }; b = b.Parent)
        {
            depth++;
        }

        return new string(' ', Math.Max(0, depth) * 2);
    }
}
