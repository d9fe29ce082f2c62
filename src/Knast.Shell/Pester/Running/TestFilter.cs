using System.Management.Automation;
using Knast.Shell.Pester.Model;

namespace Knast.Shell.Pester.Running;

/// <summary>
/// Decides what runs: a tag (or pattern of tags) that is excluded takes a block out with all that is in it; where tags are asked for, a test
/// runs if it or a block around it has one.
/// </summary>
internal sealed class TestFilter(IReadOnlyList<string> tags, IReadOnlyList<string> excludedTags)
{
    private readonly WildcardPattern[] _wanted = [.. tags.Select(Pattern)];
    private readonly WildcardPattern[] _unwanted = [.. excludedTags.Select(Pattern)];

    public void Apply(PesterBlock root) => Apply(root, included: _wanted.Length == 0, excluded: false, skip: false);

    private void Apply(PesterBlock block, bool included, bool excluded, bool skip)
    {
        included |= Matches(_wanted, block.Tags);
        excluded |= Matches(_unwanted, block.Tags);
        block.Skip |= skip;
        foreach (PesterTest test in block.Tests)
        {
            test.ShouldRun = !excluded && !Matches(_unwanted, test.Tags) && (included || Matches(_wanted, test.Tags));
            test.Skip |= block.Skip;
        }

        foreach (PesterBlock child in block.Blocks)
        {
            Apply(child, included, excluded, block.Skip);
        }
    }

    private static bool Matches(WildcardPattern[] patterns, IReadOnlyList<string> tags) => patterns.Any(p => tags.Any(p.IsMatch));

    private static WildcardPattern Pattern(string tag) => WildcardPattern.Get(tag, WildcardOptions.IgnoreCase);
}
