using System.Management.Automation;
using FsCheck;
using FsCheck.Fluent;
using Knast.Runtime.State;

namespace Knast.Catalogue.Tests;

/// <summary>Wildcards mean what they mean in the shell.</summary>
public sealed class PatternTests
{
    [Fact]
    public void Patterns_match_as_those_of_the_shell_do()
    {
        Gen<string> patterns = Gen.Elements("*", "?", "a", "B", "c", "[ab]", "[a-c]", "[Z]", "-", "`*").ListOf().Select(string.Concat);
        Gen<string> names = Gen.Elements('a', 'b', 'A', 'B', 'c', 'z', '-', '*').ListOf().Select(characters => string.Concat(characters));
        Prop.ForAll(patterns.Zip(names, (pattern, name) => (pattern, name)).ToArbitrary(), pair =>
            !pair.pattern.AsSpan().ContainsAny("*?[") || Matches(pair.pattern, pair.name)
                == WildcardPattern.Get(pair.pattern, WildcardOptions.IgnoreCase).IsMatch(pair.name))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void A_hostile_pattern_takes_no_time() =>
        Assert.False(Matches(string.Concat(Enumerable.Repeat("*a", 60)) + "b", new string('a', 120)));

    private static bool Matches(string pattern, string name) =>
        new CatalogueContainerQuery { Name = pattern }.Matches(new CatalogueContainer { Id = "x", Name = name, Created = default });
}
