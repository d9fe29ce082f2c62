using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Tests.Resources;

public sealed class MemoryLimitsTests
{
    private const long Mebibyte = 1 << 20;

    [Fact]
    public void NothingAskedForIsNothingWritten()
    {
        Assert.Equal("", Hosts.Version1.Plan(Memory(new LinuxMemory())));
        Assert.Equal("", Hosts.Unified.Plan(Memory(new LinuxMemory { Limit = 0, Swap = 0, Reservation = 0, Kernel = -1, KernelTcp = -1, UseHierarchy = true })));
        Assert.Empty(Hosts.Unified.Whole(new LinuxResources()).UnifiedControllers);
    }

    [Fact]
    public void AllOfVersion1InTheKernelsOrder() => Assert.Equal(
        """
        memory.limit_in_bytes = 1048576
        memory.memsw.limit_in_bytes = 2097152
        memory.soft_limit_in_bytes = 524288
        memory.kmem.tcp.limit_in_bytes = 4096
        memory.oom_control = 1
        memory.swappiness = 7
        """,
        Hosts.Version1.Plan(Memory(new LinuxMemory
        {
            Limit = Mebibyte,
            Swap = 2 * Mebibyte,
            Reservation = Mebibyte / 2,
            KernelTcp = 4096,
            DisableOomKiller = true,
            Swappiness = 7,
            CheckBeforeUpdate = true,
        })));

    [Fact]
    public void Version2CountsSwapAlone() => Assert.Equal(
        """
        memory.swap.max = 1048576
        memory.max = 1048576
        memory.low = 524288
        """,
        Hosts.Unified.Plan(Memory(new LinuxMemory { Limit = Mebibyte, Swap = 2 * Mebibyte, Reservation = Mebibyte / 2, DisableOomKiller = false })));

    [Theory]
    [InlineData(1048576L, 1048576L, "memory.swap.max = 0 (if there)\nmemory.max = 1048576")]
    [InlineData(1048576L, -1L, "memory.swap.max = max (if there)\nmemory.max = 1048576")]
    [InlineData(1048576L, null, "memory.max = 1048576")]
    [InlineData(-1L, null, "memory.swap.max = max (if there)\nmemory.max = max")]
    [InlineData(-1L, 4096L, "memory.swap.max = 4096\nmemory.max = max")]
    [InlineData(null, -1L, "memory.swap.max = max (if there)")]
    public void SwapOfVersion2(long? limit, long? swap, string expected) =>
        Assert.Equal(expected, Hosts.Unified.Plan(Memory(new LinuxMemory { Limit = limit, Swap = swap })));

    [Fact]
    public void NoLimitInVersion1() => Assert.Equal(
        "memory.limit_in_bytes = -1\nmemory.memsw.limit_in_bytes = -1 (if there)", Hosts.Version1.Plan(Memory(new LinuxMemory { Limit = -1 })));

    [Fact]
    public void TheControllerIsEnabledInVersion2() =>
        Assert.Equal(["memory"], Hosts.Unified.Whole(Memory(new LinuxMemory { Limit = Mebibyte })).UnifiedControllers);

    [Fact]
    public void ACheckBeforeTheLimitIsVersion2sOnly()
    {
        var memory = new LinuxMemory { Limit = Mebibyte, CheckBeforeUpdate = true };
        Assert.Equal(Mebibyte, Hosts.Unified.Whole(Memory(memory)).MemoryToFit);
        Assert.Null(Hosts.Version1.Whole(Memory(memory)).MemoryToFit);
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "kernel", "counts as memory" }, { "useHierarchy", "since 5.11" }, { "kernelTCP", "only cgroup v1" }, { "swappiness", "only cgroup v1" },
        { "disableOOMKiller", "only cgroup v1" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void WhatVersion2CannotDo(string property, string why)
    {
        var memory = new LinuxMemory
        {
            Kernel = property == "kernel" ? 1 : null,
            UseHierarchy = property == "useHierarchy" ? false : null,
            KernelTcp = property == "kernelTCP" ? 1 : null,
            Swappiness = property == "swappiness" ? 0UL : null,
            DisableOomKiller = property == "disableOOMKiller" ? true : null,
        };
        KnastException error = Hosts.Unified.Refusal(Memory(memory));
        Assert.Equal("NotSupported", error.ErrorId);
        Assert.Equal(KnastErrorKind.NotSupported, error.Kind);
        Assert.Equal($"/linux/resources/memory/{property}", error.Target);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "needs a limit of memory beside it")]
    [InlineData(8192L, "less than the 8192 bytes")]
    public void SwapThatContradictsMemory(long? limit, string why)
    {
        foreach (Hosts host in new[] { Hosts.Version1, Hosts.Unified })
        {
            KnastException error = host.Refusal(Memory(new LinuxMemory { Limit = limit, Swap = 4096 }));
            Assert.Equal("ConfigInvalid", error.ErrorId);
            Assert.Contains(why, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void SwapThatTheKernelDoesNotCount() =>
        Assert.Equal("/linux/resources/memory/swap", Hosts.BareVersion1.Refusal(Memory(new LinuxMemory { Limit = 1, Swap = 4096 })).Target);

    [Fact]
    public void NoControllerAtAll() => Assert.Contains(
        "the cgroup controller memory is not there", Hosts.None.Refusal(Memory(new LinuxMemory { Limit = 1 })).Message, StringComparison.Ordinal);

    private static LinuxResources Memory(LinuxMemory memory) => new() { Memory = memory };
}
