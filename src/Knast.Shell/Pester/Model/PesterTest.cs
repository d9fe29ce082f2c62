using System.Management.Automation;

namespace Knast.Shell.Pester.Model;

/// <summary>One <c>It</c>, or one of its <c>-ForEach</c> cases.</summary>
internal sealed class PesterTest(PesterBlock block, string name, ScriptBlock body)
{
    public PesterBlock Block => block;

    /// <summary>The name as written, with its templates.</summary>
    public string Name { get; } = name;

    public ScriptBlock Body => body;

    /// <summary>The name with its templates filled in, once it has run.</summary>
    public string ExpandedName { get; set; } = name;

    public IReadOnlyList<string> Tags { get; init; } = [];

    public bool Skip { get; set; }

    public TestData? Data { get; init; }

    public int Line { get; init; }

    public bool ShouldRun { get; set; }

    public TestOutcome Outcome { get; set; } = TestOutcome.NotRun;

    public TimeSpan Duration { get; set; }

    /// <summary>Why it failed, or was skipped.</summary>
    public List<ErrorRecord> Errors { get; } = [];

    public string FullName => $"{block.FullName}.{ExpandedName}".TrimStart('.');
}
