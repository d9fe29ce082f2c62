using System.Net;
using Knast.Native.FreeBsd;
using Knast.Native.FreeBsd.Files;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.PacketFilter;

/// <summary>Rules in anchors, in transactions, read back; the switch; what is refused, and with which error.</summary>
public sealed class PacketFilterFacadeTests : FreeBsdFacadeSuite
{
    private const string Anchor = PacketFilterScope.Anchor;
    private static readonly PacketFilterAddress s_inside = PacketFilterAddress.Network(IPAddress.Parse("172.24.0.0"), 16);

    private static readonly PacketFilterRule s_nat = new()
    {
        Action = PacketFilterAction.Nat,
        Interface = "vtnet0",
        Family = InternetFamily.IPv4,
        Source = new PacketFilterEndpoint(s_inside),
        Destination = new PacketFilterEndpoint(s_inside, IsNegated: true),
        Pool = new PacketFilterPool
        {
            Type = PacketFilterPoolType.RoundRobin,
            Ports = PacketFilterPool.NatPorts,
            Addresses = [PacketFilterAddress.OfInterface("vtnet0")],
        },
    };

    private static readonly PacketFilterRule s_rdr = new()
    {
        Action = PacketFilterAction.Rdr,
        Interface = "vtnet0",
        Family = InternetFamily.IPv4,
        Protocol = InternetProtocol.Tcp,
        PassesTranslated = true,
        Destination = new PacketFilterEndpoint(PacketFilterAddress.OfInterface("vtnet0"), PacketFilterPorts.Range(8080, 8089)),
        Pool = new PacketFilterPool { Ports = (80, 89), Addresses = [PacketFilterAddress.Host(IPAddress.Parse("172.24.0.2"))] },
        Label = "knast web",
    };

    private static readonly PacketFilterRule s_pass = new()
    {
        Action = PacketFilterAction.Pass,
        Direction = PacketFilterDirection.In,
        IsQuick = true,
        Interface = "knast0",
        Family = InternetFamily.IPv6,
        Protocol = InternetProtocol.Udp,
        Source = new PacketFilterEndpoint(PacketFilterAddress.Network(IPAddress.Parse("fd00::"), 64), PacketFilterPorts.Single(53)),
        Destination = new PacketFilterEndpoint(PacketFilterAddress.Range(IPAddress.Parse("fd00::1"), IPAddress.Parse("fd00::9"))),
        State = PacketFilterStateTracking.Normal,
        Tag = "knast",
    };

    private static readonly PacketFilterRule s_block = new()
    {
        Action = PacketFilterAction.Drop,
        Flags = PacketFilterRuleFlags.Return,
        Protocol = InternetProtocol.Icmp,
        Family = InternetFamily.IPv4,
        IcmpType = 8,
    };

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void RulesOfEveryListAreReadAsTheyWereWritten(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        filter.Load(Anchor, s_nat, s_rdr, s_pass, s_block);
        Assert.Equal([s_nat], Read(kernel, filter, Anchor, PacketFilterRulesetType.Nat));
        Assert.Equal([s_rdr], Read(kernel, filter, Anchor, PacketFilterRulesetType.Rdr));
        Assert.Equal([s_pass, s_block with { Number = 1 }], Read(kernel, filter, Anchor, PacketFilterRulesetType.Filter));
        Assert.Contains(Anchor, PacketFilterGetRulesets.Invoke(kernel, filter.Device, ""));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void NothingChangesBeforeTheCommit(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        filter.Load(Anchor, s_block);
        using (PacketFilterTransaction transaction = filter.Begin())
        {
            transaction.Add(s_nat);
            transaction.Add(s_pass);
            Assert.Equal([s_block], Read(kernel, filter, Anchor, PacketFilterRulesetType.Filter));
            Assert.Empty(Read(kernel, filter, Anchor, PacketFilterRulesetType.Nat));
        }

        Assert.Equal([s_block], Read(kernel, filter, Anchor, PacketFilterRulesetType.Filter));
        Assert.Empty(Read(kernel, filter, Anchor, PacketFilterRulesetType.Nat));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ASecondTransactionMakesTheFirstOneFail(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        using PacketFilterTransaction first = filter.Begin();
        using PacketFilterTransaction second = filter.Begin();
        AssertRefused(ErrorCode.EBUSY, $"DIOCADDRULE Nat in anchor {Anchor}", () => first.Add(s_nat));
        AssertRefused(
            ErrorCode.EBUSY, $"DIOCXCOMMIT Filter of anchor {Anchor}, Nat of anchor {Anchor}, Rdr of anchor {Anchor}", first.Commit);
        second.Add(s_nat);
        second.Commit();
        Assert.Equal([s_nat], Read(kernel, filter, Anchor, PacketFilterRulesetType.Nat));
        AssertRefused(ErrorCode.EBUSY, $"DIOCXCOMMIT Filter of anchor {Anchor}, Nat of anchor {Anchor}, Rdr of anchor {Anchor}", second.Commit);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AnAnchorVanishesWithItsLastRule(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);

        // One that no rule has called: the kernel sweeps up rules, and lets go of what they called, once in some seconds.
        const string Parent = "knast-vanishing";
        filter.Load($"{Parent}/web", s_block);
        filter.Load($"{Parent}/db", s_block);
        Assert.Equal(["db", "web"], PacketFilterGetRulesets.Invoke(kernel, filter.Device, Parent).Order());
        filter.Load($"{Parent}/web");
        Assert.Equal(["db"], PacketFilterGetRulesets.Invoke(kernel, filter.Device, Parent));
        filter.Load($"{Parent}/db");
        Assert.DoesNotContain(Parent, PacketFilterGetRulesets.Invoke(kernel, filter.Device, ""));
        Assert.Empty(PacketFilterGetRulesets.Invoke(kernel, filter.Device, Parent));
        AssertRefused(
            ErrorCode.EINVAL, $"DIOCGETRULES Nat of anchor {Parent}",
            () => PacketFilterGetRules.Invoke(kernel, filter.Device, Parent, PacketFilterRulesetType.Nat));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void CallsOfAnchorsAreFound(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        filter.Load(
            Anchor,
            new PacketFilterRule { Action = PacketFilterAction.Nat, AnchorCall = "*" },
            new PacketFilterRule { Action = PacketFilterAction.Rdr, AnchorCall = "web" },
            new PacketFilterRule { Action = PacketFilterAction.Pass, AnchorCall = $"/{Anchor}/db" },
            s_block);
        PacketFilterAnchorCall all = Assert.Single(PacketFilterAnchorCall.ReadAll(kernel, filter.Device, Anchor, PacketFilterRulesetType.Nat));
        Assert.Equal((Anchor, true, true, false), (all.Path, all.IsWildcard, all.Evaluates($"{Anchor}/web"), all.Evaluates(Anchor)));
        PacketFilterAnchorCall web = Assert.Single(PacketFilterAnchorCall.ReadAll(kernel, filter.Device, Anchor, PacketFilterRulesetType.Rdr));
        Assert.Equal(($"{Anchor}/web", false), (web.Path, web.IsWildcard));
        PacketFilterAnchorCall db = Assert.Single(PacketFilterAnchorCall.ReadAll(kernel, filter.Device, Anchor, PacketFilterRulesetType.Filter));
        Assert.Equal(($"{Anchor}/db", false), (db.Path, db.IsWildcard));
        filter.Load(Anchor);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheSwitchKnowsWhetherItIsOn(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        bool wasRunning = PacketFilterGetStatus.Invoke(kernel, filter.Device).IsRunning;
        if (wasRunning)
        {
            PacketFilterStop.Invoke(kernel, filter.Device);
        }

        AssertRefused(ErrorCode.ENOENT, "DIOCSTOP", () => PacketFilterStop.Invoke(kernel, filter.Device));
        PacketFilterStart.Invoke(kernel, filter.Device);
        PacketFilterStatus status = PacketFilterGetStatus.Invoke(kernel, filter.Device);
        Assert.True(status.IsRunning);
        Assert.True(status.Since > DateTimeOffset.UnixEpoch.AddYears(30), $"{status.Since} is no time since which it runs.");
        Assert.Superset(new HashSet<string> { "match", "memory", "synproxy" }, status.Reasons.Keys.ToHashSet());
        Assert.Equal(["inserts", "removals", "searches"], status.StateOperations.Keys.Order());
        AssertRefused(ErrorCode.EEXIST, "DIOCSTART", () => PacketFilterStart.Invoke(kernel, filter.Device));
        if (!wasRunning)
        {
            PacketFilterStop.Invoke(kernel, filter.Device);
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void RulesThatCannotBeAreRefused(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        using PacketFilterTransaction transaction = filter.Begin();
        AssertRefused(ErrorCode.EINVAL, $"DIOCADDRULE Nat in anchor {Anchor}", () => transaction.Add(s_nat with { Pool = PacketFilterPool.Empty }));
        AssertRefused(ErrorCode.EBUSY, $"DIOCADDRULE Pass in anchor {Anchor}", () => transaction.Add(s_pass with { RouteTable = 9999 }));
        AssertRefused(ErrorCode.EINVAL, "DIOCADDADDR no-route", () => transaction.Add(s_nat with
        {
            Pool = s_nat.Pool with { Addresses = [PacketFilterAddress.NoRoute] },
        }));
        Assert.Throws<ArgumentException>(() => transaction.Add(s_nat with { Action = PacketFilterAction.Binat }));
        Assert.ThrowsAny<ArgumentException>(() => transaction.Add(s_pass with { Label = new string('l', 64) }));
        if (FreeBsdVersion.Is15(kernel.Target))
        {
            transaction.Add(s_block);
            AssertRefused(ErrorCode.EEXIST, $"DIOCADDRULE Drop in anchor {Anchor}", () => transaction.Add(s_block));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TicketsAreWanted(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        filter.Load(Anchor, s_nat);
        uint pool = PacketFilterBeginAddresses.Invoke(kernel, filter.Device);
        AssertRefused(
            ErrorCode.EBUSY, "DIOCADDADDR any", () => PacketFilterAddAddress.Invoke(kernel, filter.Device, pool + 7, InternetFamily.IPv4, PacketFilterAddress.Any));
        AssertRefused(
            ErrorCode.EBUSY, $"DIOCADDRULE Drop in anchor {Anchor}", () => PacketFilterAddRule.Invoke(kernel, filter.Device, Anchor, 99999, pool, s_block));
        AssertRefused(
            ErrorCode.EINVAL, "DIOCADDRULE Drop in anchor nowhere", () => PacketFilterAddRule.Invoke(kernel, filter.Device, "nowhere", 1, pool, s_block));
        (uint ticket, int count) = PacketFilterGetRules.Invoke(kernel, filter.Device, Anchor, PacketFilterRulesetType.Nat);
        Assert.Equal(1, count);
        AssertRefused(
            ErrorCode.EBUSY, $"DIOCGETRULENV Nat 1 of anchor {Anchor}",
            () => PacketFilterGetRule.Invoke(kernel, filter.Device, Anchor, PacketFilterRulesetType.Nat, ticket, 1));
        AssertRefused(
            ErrorCode.EBUSY, $"DIOCGETRULENV Nat 0 of anchor {Anchor}",
            () => PacketFilterGetRule.Invoke(kernel, filter.Device, Anchor, PacketFilterRulesetType.Nat, ticket + 1, 0));
        AssertRefused(
            ErrorCode.ENOENT, "DIOCGETRULENV Nat 0 of anchor nowhere",
            () => PacketFilterGetRule.Invoke(kernel, filter.Device, "nowhere", PacketFilterRulesetType.Nat, ticket, 0));
        AssertRefused(
            ErrorCode.EBUSY, $"DIOCGETADDRS Nat 5 of anchor {Anchor}",
            () => PacketFilterGetAddresses.Invoke(kernel, filter.Device, Anchor, ticket, PacketFilterAction.Nat, 5));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ADeviceForReadingChangesNothing(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor device = PacketFilterDevice.Open(kernel, isReadOnly: true);
        Assert.NotNull(PacketFilterGetStatus.Invoke(kernel, device));
        AssertRefused(
            ErrorCode.EACCES, $"DIOCXBEGIN Nat of anchor {Anchor}",
            () => PacketFilterBegin.Invoke(kernel, device, [new(PacketFilterRulesetType.Nat, Anchor)]));
        AssertRefused(ErrorCode.EACCES, "DIOCSTART", () => PacketFilterStart.Invoke(kernel, device));
        using KernelDescriptor other = Openat.Invoke(kernel, Openat.CurrentDirectory, "/dev/null", OpenFlags.ReadWrite);
        AssertRefused(ErrorCode.ENOTTY, "DIOCGETSTATUSNV", () => PacketFilterGetStatus.Invoke(kernel, other));
    }

    private static IEnumerable<PacketFilterRule> Read(IKernel kernel, PacketFilterScope filter, string anchor, PacketFilterRulesetType ruleset) =>
        PacketFilterGetRules.ReadAll(kernel, filter.Device, anchor, ruleset).Select(static rule => rule with { Counters = default });

    private static void AssertRefused(ErrorCode code, string subject, Action act)
    {
        NativeException error = Assert.Throws<NativeException>(act);
        Assert.Equal((code, "ioctl", subject), (error.Code, error.Call, error.Subject));
    }
}
