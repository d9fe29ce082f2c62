using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.ResourceLimits;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>rctl and cpusets of jails.</summary>
public sealed class ResourceLimitFacadeTests : FreeBsdFacadeSuite
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void RulesAreAddedListedAndRemoved(string name)
    {
        IKernel kernel = Open(name);
        RctlAddRule.Invoke(kernel, RctlRule.Deny("limited", "maxproc", 5));
        RctlAddRule.Invoke(kernel, RctlRule.Deny("limited", "memoryuse", 64L << 20));
        Assert.Equal(
            ["jail:limited:maxproc:deny=5", "jail:limited:memoryuse:deny=67108864"],
            RctlGetRules.Invoke(kernel, RctlRule.OfJail("limited")).Select(static rule => rule.ToString()).Order());

        // A rule that differs in its amount alone takes the place of the other.
        RctlAddRule.Invoke(kernel, RctlRule.Deny("limited", "maxproc", 6));
        Assert.Equal(6, Assert.Single(RctlGetRules.Invoke(kernel, new RctlRule("jail", "limited", "maxproc", "", null))).Amount);
        Assert.True(RctlRemoveRule.Invoke(kernel, RctlRule.OfJail("limited")));
        Assert.False(RctlRemoveRule.Invoke(kernel, RctlRule.OfJail("limited")));
        Assert.Empty(RctlGetRules.Invoke(kernel, RctlRule.OfJail("limited")));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ManyRulesAreListed(string name)
    {
        IKernel kernel = Open(name);
        for (int number = 0; number < 60; number++)
        {
            RctlAddRule.Invoke(kernel, RctlRule.Deny($"a-jail-with-a-rather-long-name-{number}", "maxproc", 5));
        }

        IReadOnlyList<RctlRule> rules = RctlGetRules.Invoke(kernel, new RctlRule("jail", "", "", "", null));
        for (int number = 0; number < 60; number++)
        {
            Assert.True(RctlRemoveRule.Invoke(kernel, RctlRule.OfJail($"a-jail-with-a-rather-long-name-{number}")));
        }

        Assert.Equal(60, rules.Count);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatMakesNoSenseIsRefused(string name)
    {
        IKernel kernel = Open(name);
        AssertFails(ErrorCode.EINVAL, () => RctlAddRule.Invoke(kernel, RctlRule.Deny("j", "nosuch", 5)));
        AssertFails(ErrorCode.EINVAL, () => RctlAddRule.Invoke(kernel, new RctlRule("jail", "j", "maxproc", "nosuch", 5)));
        AssertFails(ErrorCode.EINVAL, () => RctlAddRule.Invoke(kernel, new RctlRule("nosuch", "j", "maxproc", "deny", 5)));
        AssertFails(ErrorCode.EOPNOTSUPP, () => RctlAddRule.Invoke(kernel, RctlRule.Deny("j", "cputime", 5)));
        AssertFails(ErrorCode.ERANGE, () => RctlAddRule.Invoke(kernel, RctlRule.Deny("j", "maxproc", -1)));
        Assert.Empty(RctlGetRules.Invoke(kernel, RctlRule.OfJail("j")));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ALimitHolds(string name)
    {
        IKernel kernel = Open(name);
        using var jail = new JailScope(kernel, "limited");
        RctlAddRule.Invoke(kernel, RctlRule.Deny("limited", "maxproc", 3));
        try
        {
            var program = new ProgramBuilder(kernel.Target);
            program.Call(JailAttach.Compose(kernel.Target, jail.Id));
            for (int count = 0; count < 5; count++)
            {
                program.Report(count, 0);
                program.Fork(null, static child => child.Call(CorpusCalls.Pause(child.Target)));
            }

            using (IProgramLaunch launch = kernel.Launch(program.Build(), []))
            {
                Assert.Equal(0, launch.Receive(TestContext.Current.CancellationToken)!.Tag);
                Assert.Equal(1, launch.Receive(TestContext.Current.CancellationToken)!.Tag);
                Assert.Equal(2, launch.Receive(TestContext.Current.CancellationToken)!.Tag);
                NativeException error = Assert.Throws<NativeException>(() => launch.Receive(TestContext.Current.CancellationToken));
                Assert.Equal(("fork", ErrorCode.EAGAIN), (error.Call, error.Code));
            }

            using JailedProcess process = JailedProcess.Start(kernel, jail.Id);
            IReadOnlyDictionary<string, long> usage = RctlGetRacct.Invoke(kernel, RctlRule.OfJail("limited"));
            Assert.InRange(usage["maxproc"], 1, 3);
            Assert.True(usage.ContainsKey("memoryuse"));
        }
        finally
        {
            RctlRemoveRule.Invoke(kernel, RctlRule.OfJail("limited"));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AnUnknownJailUsesNothing(string name)
    {
        IReadOnlyDictionary<string, long> usage = RctlGetRacct.Invoke(Open(name), RctlRule.OfJail("nobody"));
        Assert.All(usage.Values, static amount => Assert.Equal(0, amount));
        Assert.NotEmpty(usage);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AJailHasItsProcessors(string name)
    {
        IKernel kernel = Open(name);
        using var jail = new JailScope(kernel, "pinned");
        Assert.Contains(0, CpusetGetaffinity.Invoke(kernel, jail.Id));
        CpusetSetaffinity.Invoke(kernel, jail.Id, [0]);
        Assert.Equal([0], CpusetGetaffinity.Invoke(kernel, jail.Id));
        Assert.Equal(
            CpusetGetid.Invoke(kernel, jail.Id),
            JailGet.Invoke(kernel, jail.Key, [KnownJailParameters.CpusetId])[KnownJailParameters.CpusetId].AsNumber());
        AssertFails(ErrorCode.EINVAL, () => CpusetSetaffinity.Invoke(kernel, jail.Id, [200]));
        AssertFails(ErrorCode.ESRCH, () => CpusetGetaffinity.Invoke(kernel, 9999));
        AssertFails(ErrorCode.ESRCH, () => CpusetSetaffinity.Invoke(kernel, 9999, [0]));
        AssertFails(ErrorCode.ESRCH, () => CpusetGetid.Invoke(kernel, 9999));
    }

    private static void AssertFails(ErrorCode code, Action action) => Assert.Equal(code, Assert.Throws<NativeException>(action).Code);
}
