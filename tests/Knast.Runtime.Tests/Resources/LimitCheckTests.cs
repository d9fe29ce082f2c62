using Knast.Runtime.Hosts.Linux.Resources;

namespace Knast.Runtime.Tests.Resources;

public sealed class LimitCheckTests
{
    [Fact]
    public void WhatHostsCanLimit()
    {
        const string limited = "memory, cpu, cpuset, pids, blkio";
        Assert.Equal(Available($"{limited}, hugetlb, rdma, net_cls, net_prio, devices"), Hosts.Version1.Check());
        Assert.Equal(Available($"{limited}, devices; not hugetlb, rdma, net_cls, net_prio"), Hosts.BareVersion1.Check());
        Assert.Equal(Available($"{limited}, hugetlb, rdma, devices; not net_cls, net_prio"), Hosts.Unified.Check());
        Assert.Equal(Available($"{limited}, hugetlb, devices; not rdma, net_cls, net_prio"), Hosts.Hybrid.Check());
        Assert.Equal(HostCheckStatus.Missing, Hosts.None.Check().Status);
    }

    [Theory]
    [InlineData("oom_kill_disable 0\nunder_oom 0\noom_kill 3\n", 3)]
    [InlineData("low 0\nhigh 0\nmax 7\noom 2\noom_kill 1\noom_group_kill 0\n", 1)]
    [InlineData("oom_kill 0\n", 0)]
    [InlineData("oom_kill x\n", 0)]
    [InlineData("", 0)]
    public void KillsForWantOfMemory(string text, long kills) => Assert.Equal(kills, OutOfMemory.Kills(text));

    private static HostCheck Available(string detail) => new("Limits", HostCheckStatus.Available, detail);
}
