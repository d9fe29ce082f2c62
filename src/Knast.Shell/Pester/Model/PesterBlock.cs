using System.Management.Automation;

namespace Knast.Shell.Pester.Model;

/// <summary>One <c>Describe</c> or <c>Context</c>, or the whole file (the root).</summary>
internal sealed class PesterBlock(PesterBlock? parent, string kind, string name)
{
    public PesterBlock? Parent => parent;

    /// <summary>Describe, Context, or Root.</summary>
    public string Kind => kind;

    public string Name { get; } = name;

    public string ExpandedName { get; set; } = name;

    public bool IsRoot => parent is null;

    public IReadOnlyList<string> Tags { get; init; } = [];

    public bool Skip { get; set; }

    public TestData? Data { get; init; }

    public int Line { get; init; }

    public Dictionary<SetupKind, ScriptBlock> Setups { get; } = [];

    /// <summary>Tests and blocks in the order of the file.</summary>
    public List<object> Items { get; } = [];

    public IEnumerable<PesterTest> Tests => Items.OfType<PesterTest>();

    public IEnumerable<PesterBlock> Blocks => Items.OfType<PesterBlock>();

    public IEnumerable<PesterTest> AllTests => Items.SelectMany(item => item is PesterBlock block ? block.AllTests : [(PesterTest)item]);

    public IEnumerable<PesterBlock> SelfAndBlocks => Blocks.SelectMany(b => b.SelfAndBlocks).Prepend(this);

    /// <summary>Whether anything in it is to be run, and its set-ups with it.</summary>
    public bool HasWork => AllTests.Any(t => t.ShouldRun && !t.Skip);

    /// <summary>What went wrong outside of tests: in BeforeAll or AfterAll.</summary>
    public List<ErrorRecord> Errors { get; } = [];

    public string FullName => IsRoot ? "" : $"{parent!.FullName}.{ExpandedName}".TrimStart('.');
}
