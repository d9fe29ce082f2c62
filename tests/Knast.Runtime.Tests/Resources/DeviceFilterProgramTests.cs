using FsCheck;
using FsCheck.Fluent;
using Knast.Native.Kernel;
using Knast.Native.Linux.Bpf;
using Knast.Runtime.Hosts.Linux.Resources;

namespace Knast.Runtime.Tests.Resources;

public sealed class DeviceFilterProgramTests
{
    [Fact]
    public void AProgramReadsItsRulesFromTheLast() => Assert.Equal(
        """
        w2 = *(u32 *)(r1 +0)
        w2 &= 65535
        w3 = *(u32 *)(r1 +0)
        w3 >>= 16
        w4 = *(u32 *)(r1 +4)
        w5 = *(u32 *)(r1 +8)
        if w2 != 2 goto +4
        if w4 != 136 goto +3
        if w5 != -1 goto +2
        w0 = 1
        exit
        if w2 != 1 goto +5
        if w4 != 8 goto +4
        w3 &= 5
        if w3 != 0 goto +2
        w0 = 1
        exit
        if w2 != 2 goto +4
        if w3 & 4 goto +1
        goto +2
        w0 = 0
        exit
        w0 = 0
        exit
        """,
        Text(
            new DeviceRule(true, DeviceKind.Character, 1, 1, DeviceAccess.All, "/is never reached"),
            new DeviceRule(false, DeviceKind.Any, null, null, DeviceAccess.All, "/"),
            new DeviceRule(false, DeviceKind.Character, null, null, DeviceAccess.Write, "/"),
            new DeviceRule(true, DeviceKind.Block, 8, null, DeviceAccess.Read, "/"),
            new DeviceRule(true, DeviceKind.Character, 136, uint.MaxValue, DeviceAccess.All, "/")));

    [Fact]
    public void WhatNoRuleMatchesIsDenied() => Assert.EndsWith("w0 = 0\nexit", Text(), StringComparison.Ordinal);

    [Fact]
    public void ItMeansWhatTheRulesMean() => Prop.ForAll(DeviceCases.Rules, rules =>
    {
        IReadOnlyList<BpfInstruction> program = DeviceFilterProgram.Compose(rules);
        foreach ((DeviceKind kind, uint major, uint minor, DeviceAccess access) in DeviceCases.Uses)
        {
            Assert.Equal(
                DeviceModel.IsAllowed(rules, kind, major, minor, access), DeviceModel.Run(program, kind, major, minor, access));
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>The kernel's verifier takes whatever the rules are, many of them too.</summary>
    [Fact]
    public void TheKernelTakesIt()
    {
        IKernel kernel = LocalKernel.Open();
        Prop.ForAll(DeviceCases.Rules, rules =>
        {
            using KernelDescriptor program = BpfProgLoad.Invoke(kernel, BpfProgramType.CgroupDevice, DeviceFilterProgram.Compose(rules), "test");
            Assert.False(program.IsInvalid);
        }).QuickCheckThrowOnFailure();
        DeviceRule[] many =
        [
            .. Enumerable.Range(0, 300).Select(number => new DeviceRule(
                number % 3 != 0, number % 2 == 0 ? DeviceKind.Block : DeviceKind.Character, (uint)number, null, (DeviceAccess)(1 + (number % 7)), "/")),
        ];
        using KernelDescriptor large = BpfProgLoad.Invoke(kernel, BpfProgramType.CgroupDevice, DeviceFilterProgram.Compose(many), "large");
        Assert.False(large.IsInvalid);
    }

    private static string Text(params DeviceRule[] rules) => string.Join('\n', DeviceFilterProgram.Compose(rules));
}
