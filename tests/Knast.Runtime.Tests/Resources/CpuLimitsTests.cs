using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts.Linux.Resources;

namespace Knast.Runtime.Tests.Resources;

public sealed class CpuLimitsTests
{
    private static readonly LinuxCpu Everything = new()
    {
        Shares = 2048,
        Quota = 50_000,
        Period = 200_000,
        Burst = 10_000,
        Idle = 1,
        Cpus = "1-2",
        Mems = "0",
    };

    [Fact]
    public void AllOfVersion1InTheKernelsOrder() => Assert.Equal(
        """
        cpu.shares = 2048
        cpu.cfs_period_us = 200000
        cpu.cfs_quota_us = 50000
        cpu.cfs_burst_us = 10000
        cpu.idle = 1
        cpu.rt_period_us = 1000000
        cpu.rt_runtime_us = 5000
        cpuset.cpus = 1-2
        cpuset.mems = 0
        """,
        Hosts.Version1.Plan(Cpu(Everything with { RealtimePeriod = 1_000_000, RealtimeRuntime = 5000 })));

    [Fact]
    public void AllOfVersion2() => Assert.Equal(
        """
        cpu.weight = 174
        cpu.max = 50000 200000
        cpu.max.burst = 10000
        cpu.idle = 1
        cpuset.cpus = 1-2
        cpuset.mems = 0
        """,
        Hosts.Unified.Plan(Cpu(Everything)));

    [Fact]
    public void ControllersOfVersion2() => Assert.Equal(["cpu", "cpuset"], Hosts.Unified.Whole(Cpu(Everything)).UnifiedControllers);

    [Theory]
    [InlineData(25_000L, null, "cpu.max = 25000 100000")]
    [InlineData(-1L, null, "cpu.max = max 100000")]
    [InlineData(null, 50_000UL, "cpu.max = max 50000")]
    [InlineData(0L, 0UL, "")]
    public void QuotaAndPeriodOfVersion2(long? quota, ulong? period, string expected) =>
        Assert.Equal(expected, Hosts.Unified.Plan(Cpu(new LinuxCpu { Quota = quota, Period = period })));

    [Fact]
    public void NoQuotaInVersion1() => Assert.Equal("cpu.cfs_quota_us = -1", Hosts.Version1.Plan(Cpu(new LinuxCpu { Quota = -1 })));

    // The ends and the default are fixed by the kernel; the points between are runc's own results.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(1024, 100)]
    [InlineData(2048, 174)]
    [InlineData(262144, 10_000)]
    [InlineData(ulong.MaxValue, 10_000)]
    public void SharesBecomeAWeight(ulong shares, ulong weight) => Assert.Equal(weight, CpuLimits.ToWeight(shares));

    [Fact]
    public void AWeightNeverFallsAsSharesRise()
    {
        ulong last = 0;
        for (ulong shares = 2; shares <= 262144; shares++)
        {
            ulong weight = CpuLimits.ToWeight(shares);
            Assert.InRange(weight, Math.Max(last, 1), 10_000UL);
            last = weight;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(262145)]
    public void SharesThatVersion1WouldChange(ulong shares) =>
        Assert.Contains("2 to 262144", Hosts.Version1.Refusal(Cpu(new LinuxCpu { Shares = shares })).Message, StringComparison.Ordinal);

    [Fact]
    public void RealtimeIsVersion1sOnly()
    {
        Assert.Equal("/linux/resources/cpu/realtimeRuntime", Hosts.Unified.Refusal(Cpu(new LinuxCpu { RealtimeRuntime = 1 })).Target);
        Assert.Equal("/linux/resources/cpu/realtimePeriod", Hosts.Unified.Refusal(Cpu(new LinuxCpu { RealtimePeriod = 1 })).Target);
    }

    [Fact]
    public void AKernelWithoutBandwidthOrRealtimeGroups()
    {
        Assert.Equal("/linux/resources/cpu/quota", Hosts.BareVersion1.Refusal(Cpu(new LinuxCpu { Quota = 1 })).Target);
        Assert.Equal("/linux/resources/cpu/period", Hosts.BareVersion1.Refusal(Cpu(new LinuxCpu { Period = 1 })).Target);
        Assert.Equal("/linux/resources/cpu/burst", Hosts.BareVersion1.Refusal(Cpu(new LinuxCpu { Burst = 1 })).Target);
        Assert.Equal("/linux/resources/cpu/idle", Hosts.BareVersion1.Refusal(Cpu(new LinuxCpu { Idle = 1 })).Target);
        Assert.Equal("/linux/resources/cpu/realtimeRuntime", Hosts.BareVersion1.Refusal(Cpu(new LinuxCpu { RealtimeRuntime = 1 })).Target);
        Assert.Equal("/linux/resources/cpu/realtimePeriod", Hosts.BareVersion1.Refusal(Cpu(new LinuxCpu { RealtimePeriod = 1 })).Target);
    }

    [Fact]
    public void ProcessorsThatAreNotThere()
    {
        foreach (Hosts host in new[] { Hosts.Version1, Hosts.Unified })
        {
            KnastException error = host.Refusal(Cpu(new LinuxCpu { Cpus = "2-4" }));
            Assert.Equal("/linux/resources/cpu/cpus", error.Target);
            Assert.Contains("it has 0-3", error.Message, StringComparison.Ordinal);
            Assert.Equal("/linux/resources/cpu/mems", host.Refusal(Cpu(new LinuxCpu { Mems = "1" })).Target);
        }
    }

    private static LinuxResources Cpu(LinuxCpu cpu) => new() { Cpu = cpu };
}
