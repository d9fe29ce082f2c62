using Knast.Native.FreeBsd.ResourceLimits;

namespace Knast.Native.Tests.FreeBsd.Composed;

/// <summary>The bytes of the calls that limit.</summary>
public sealed class LimitCallTests
{
    [Fact]
    public void ALimitOfAProcessHasTwoValues() => Assert.Equal(
        """
        setrlimit 195 (8, >0)
        0 In 16: 6400000000000000 ffffffffffffff7f
        """,
        CallBytes.Of(Setrlimit.Compose(FreeBsdTargets.V15Amd64, ResourceKind.OpenFiles, 100, Setrlimit.Infinity)));

    [Fact]
    public void AnUnlimitedValueIsTheKernelsInfinity() => Assert.Equal(
        """
        setrlimit 195 (4, >0)
        0 In 16: ffffffffffffff7f ffffffffffffff7f
        """,
        CallBytes.Of(Setrlimit.Compose(FreeBsdTargets.V13Amd64, ResourceKind.Core, ulong.MaxValue, ulong.MaxValue)));

    [Fact]
    public void ProcessorsOfAJailAreBits() => Assert.Equal(
        """
        cpuset_setaffinity 488 (3, 5, 3, 128, >0)
        0 In 128: 0102000000000000 ..
        """,
        CallBytes.Of(CpusetSetaffinity.Compose(FreeBsdTargets.V13Amd64, 3, [0, 9])));

    [Fact]
    public void ProcessorsOfAJailAreAskedFor() => Assert.Equal(
        """
        cpuset_getaffinity 487 (3, 5, 3, 128, >0)
        0 Out 128: ..
        """,
        CallBytes.Of(CpusetGetaffinity.Compose(FreeBsdTargets.V15Amd64, 3)));

    [Fact]
    public void TheSetOfAJailHasANumber() => Assert.Equal(
        """
        cpuset_getid 486 (2, 5, 3, >0)
        0 Out 4: ..
        """,
        CallBytes.Of(CpusetGetid.Compose(FreeBsdTargets.V15Amd64, 3)));

    [Fact]
    public void ARuleIsText() => Assert.Equal(
        """
        rctl_add_rule 528 (>0, 24, 0, 0)
        0 In 24: "jail:web:maxproc:deny=5"
        1 Out 0:
        """,
        CallBytes.Of(RctlAddRule.Compose(FreeBsdTargets.V15Amd64, RctlRule.Deny("web", "maxproc", 5))));

    [Fact]
    public void RulesAreRemovedByAFilter() => Assert.Equal(
        """
        rctl_remove_rule 529 (>0, 11, 0, 0)
        0 In 11: "jail:web::"
        1 Out 0:
        """,
        CallBytes.Of(RctlRemoveRule.Compose(FreeBsdTargets.V15Amd64, RctlRule.OfJail("web"))));

    [Fact]
    public void RulesAreAskedFor() => Assert.Equal(
        """
        rctl_get_rules 526 (>0, 11, >1, 64)
        0 In 11: "jail:web::"
        1 Out 64: ..
        """,
        CallBytes.Of(RctlGetRules.Compose(FreeBsdTargets.V15Amd64, RctlRule.OfJail("web"), 64)));

    [Fact]
    public void UsageIsAskedFor() => Assert.Equal(
        """
        rctl_get_racct 525 (>0, 11, >1, 64)
        0 In 11: "jail:web::"
        1 Out 64: ..
        """,
        CallBytes.Of(RctlGetRacct.Compose(FreeBsdTargets.V15Amd64, RctlRule.OfJail("web"), 64)));
}
