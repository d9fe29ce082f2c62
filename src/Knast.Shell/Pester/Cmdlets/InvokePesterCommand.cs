using System.Management.Automation;
using Knast.Shell.CommandLine;
using Knast.Shell.Pester.Model;
using Knast.Shell.Pester.Reporting;
using Knast.Shell.Pester.Running;

namespace Knast.Shell.Pester.Cmdlets;

/// <summary>Invoke-Pester: runs test files of the subset of Pester's grammar that docs/pester-subset.md describes.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "Pester")]
public sealed class InvokePesterCommand : PSCmdlet
{
    /// <summary>Files, and folders that are searched for <c>*.Tests.ps1</c>.</summary>
    [Parameter(Position = 0)]
    public string[] Path { get; set; } = ["."];

    /// <summary>Only tests with one of these tags.</summary>
    [Parameter]
    [Alias("Tag", "Tags")]
    public string[] TagFilter { get; set; } = [];

    /// <summary>No tests with one of these tags.</summary>
    [Parameter]
    [Alias("ExcludeTag")]
    public string[] ExcludeTagFilter { get; set; } = [];

    /// <summary>Detailed, Normal or None.</summary>
    [Parameter]
    [Alias("Show")]
    [ValidateSet("Detailed", "Normal", "None")]
    public string Output { get; set; } = "Normal";

    /// <summary>Where results are written: as JSON to a name ending in <c>.json</c>, else as NUnit XML.</summary>
    [Parameter]
    public string? ResultPath { get; set; }

    /// <summary>Writes the counts as an object.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (PesterSession.IsActive)
            throw TestFailure.Misuse("Invoke-Pester must not be called by a test.");
        IReadOnlyList<string> files = TestFiles.Find(Path.Select(p => SessionState.Path.GetUnresolvedProviderPathFromPSPath(p)));
        var reporter = new HostReporter(Host.UI, Enum.Parse<PesterVerbosity>(Output, ignoreCase: true));
        TestRun run = new PesterRunner(this, new TestFilter(TagFilter, ExcludeTagFilter), reporter).Run(files);
        if (!string.IsNullOrEmpty(ResultPath))
            ResultFile.Write(run, SessionState.Path.GetUnresolvedProviderPathFromPSPath(ResultPath));
        SessionState.PSVariable.Set("global:LASTEXITCODE", Math.Min(run.Failed, ExitCodes.MaximumFailedTests));
        if (PassThru)
            WriteObject(Counts(run));
    }

    private static PSObject Counts(TestRun run)
    {
        var result = new PSObject();
        void Note(string name, object value) => result.Properties.Add(new PSNoteProperty(name, value));
        Note("Result", run.Failed == 0 ? "Passed" : "Failed");
        Note("PassedCount", run.Passed);
        Note("FailedCount", run.Failed);
        Note("SkippedCount", run.Skipped);
        Note("InconclusiveCount", run.Inconclusive);
        Note("NotRunCount", run.NotRun);
        Note("TotalCount", run.Tests.Count());
        Note("Duration", run.Duration);
        return result;
    }
}
