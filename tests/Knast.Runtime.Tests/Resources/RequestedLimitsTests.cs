using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Operations;

namespace Knast.Runtime.Tests.Resources;

public sealed class RequestedLimitsTests
{
    private static readonly RuntimeConfig Before = RuntimeConfigDefaults.ForLinux();

    [Fact]
    public void NothingAskedForChangesNothing()
    {
        Assert.Same(Before, RequestedLimits.Apply(Before, new CreateRequest()));
        Assert.Same(Before, RequestedLimits.Apply(Before, new CreateRequest { Memory = 0, MemorySwap = 0, Cpu = 0, CpuSet = "" }));
    }

    [Fact]
    public void LimitsBecomeThoseOfTheConfiguration()
    {
        LinuxResources after = Apply(new CreateRequest { Memory = 1 << 20, MemorySwap = -1, Cpu = 1.5, CpuSet = "0-1", PidsLimit = 7 });
        Assert.Equal(new LinuxMemory { Limit = 1 << 20, Swap = -1 }, after.Memory);
        Assert.Equal(new LinuxCpu { Quota = 150_000, Period = 100_000, Cpus = "0-1" }, after.Cpu);
        Assert.Equal(new LinuxPids { Limit = 7 }, after.Pids);
        Assert.Same(Before.Linux!.Resources!.Devices, after.Devices);
    }

    [Fact]
    public void ASystemWithoutTheLinuxSectionGetsIt() =>
        Assert.Equal(5, RequestedLimits.Apply(RuntimeConfigDefaults.ForFreeBsd(), new CreateRequest { PidsLimit = 5 }).Linux!.Resources!.Pids!.Limit);

    [Theory]
    [InlineData(0.01, 1000)]
    [InlineData(0.333333, 33_333)]
    [InlineData(2, 200_000)]
    public void ProcessorsBecomeAQuota(double processors, long quota) =>
        Assert.Equal(quota, Apply(new CreateRequest { Cpu = processors }).Cpu!.Quota);

    [Theory]
    [InlineData(-1)]
    [InlineData(0.009)]
    [InlineData(100_001)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void WhatIsNoNumberOfProcessors(double processors) => Assert.Equal("CpuInvalid", Refused(new CreateRequest { Cpu = processors }));

    [Fact]
    public void WhatIsNoLimit()
    {
        Assert.Equal("MemoryInvalid", Refused(new CreateRequest { Memory = -1 }));
        Assert.Equal("MemoryInvalid", Refused(new CreateRequest { MemorySwap = 4096 }));
        Assert.Equal("MemoryInvalid", Refused(new CreateRequest { Memory = 8192, MemorySwap = 4096 }));
        Assert.Equal("MemoryInvalid", Refused(new CreateRequest { Memory = 8192, MemorySwap = -2 }));
        Assert.Equal("PidsLimitInvalid", Refused(new CreateRequest { PidsLimit = -2 }));
    }

    private static LinuxResources Apply(CreateRequest request) => RequestedLimits.Apply(Before, request).Linux!.Resources!;

    private static string Refused(CreateRequest request)
    {
        KnastException error = Assert.Throws<KnastException>(() => RequestedLimits.Apply(Before, request));
        Assert.Equal(KnastErrorKind.InvalidArgument, error.Kind);
        return error.ErrorId;
    }
}
