using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Native.Tests.Programs;
using static Knast.Native.FreeBsd.PacketFilter.PacketFilterRulesetType;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Anchors, transactions, tables and states of pf.</summary>
public sealed class PacketFilterFacadeTests : FreeBsdFacadeSuite
{
    private const string Anchor = "knast/web";

    private static readonly PacketFilterRule s_nat = new()
    {
        Action = PacketFilterAction.Nat,
        Interface = "vtnet0",
        Family = InternetFamily.IPv4,
        Source = new PacketFilterEndpoint(PacketFilterAddress.Network(IPAddress.Parse("10.88.0.0"), 24)),
        Pool = new PacketFilterPool
        {
            Addresses = [PacketFilterAddress.OfInterface("vtnet0")],
            Type = PacketFilterPoolType.RoundRobin,
            Ports = PacketFilterPool.NatPorts,
        },
    };

    private static readonly PacketFilterRule s_rdr = new()
    {
        Action = PacketFilterAction.Rdr,
        Interface = "vtnet0",
        Family = InternetFamily.IPv4,
        Protocol = InternetProtocol.Tcp,
        Destination = new PacketFilterEndpoint(PacketFilterAddress.Any, PacketFilterPorts.Single(8080)),
        Pool = new PacketFilterPool { Addresses = [PacketFilterAddress.Host(IPAddress.Parse("10.88.0.2"))], Ports = (80, 0) },
    };

    private static readonly PacketFilterRule s_pass = new()
    {
        Action = PacketFilterAction.Pass,
        Direction = PacketFilterDirection.In,
        IsQuick = true,
        Family = InternetFamily.IPv4,
        Protocol = InternetProtocol.Tcp,
        Destination = new PacketFilterEndpoint(PacketFilterAddress.Host(IPAddress.Parse("10.88.0.2")), PacketFilterPorts.Range(80, 90)),
        TcpFlags = TcpFlags.Synchronize,
        TcpFlagsMask = TcpFlags.Synchronize | TcpFlags.Acknowledge,
        State = PacketFilterStateTracking.Normal,
        Label = "web",
    };

    private static readonly PacketFilterRule s_block = new() { Action = PacketFilterAction.Drop, Direction = PacketFilterDirection.Both };

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ItIsSwitchedOnAndOff(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor device = PacketFilterDevice.Open(kernel);
        Assert.False(PacketFilterGetStatus.Invoke(kernel, device).IsRunning);
        AssertFails(ErrorCode.ENOENT, () => PacketFilterStop.Invoke(kernel, device));
        PacketFilterStart.Invoke(kernel, device);
        Assert.True(PacketFilterGetStatus.Invoke(kernel, device).IsRunning);
        AssertFails(ErrorCode.EEXIST, () => PacketFilterStart.Invoke(kernel, device));
        PacketFilterStop.Invoke(kernel, device);
        PacketFilterStatus status = PacketFilterGetStatus.Invoke(kernel, device);
        Assert.False(status.IsRunning);
        Assert.Contains("match", status.Reasons.Keys);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void RulesOfAnAnchorAreReplacedAtOnceAndReadBack(string name)
    {
        using var filter = new Filter(Open(name));
        using (var transaction = PacketFilterTransaction.Begin(filter.Kernel, filter.Device, Anchor, Nat, Rdr, PacketFilterRulesetType.Filter))
        {
            transaction.Add(s_nat);
            transaction.Add(s_rdr);
            transaction.Add(s_pass);
            transaction.Add(s_block);
            Assert.Empty(filter.Rules(PacketFilterRulesetType.Filter));
            transaction.Commit();
        }

        Assert.Equal(s_nat, Plain(Assert.Single(filter.Rules(Nat))));
        Assert.Equal(s_rdr, Plain(Assert.Single(filter.Rules(Rdr))));
        Assert.Equal([s_pass, s_block], filter.Rules(PacketFilterRulesetType.Filter).Select(Plain));
        Assert.Contains("knast", PacketFilterGetRulesets.Invoke(filter.Kernel, filter.Device, ""));
        Assert.Equal(["web"], PacketFilterGetRulesets.Invoke(filter.Kernel, filter.Device, "knast"));
        filter.Empty();
        Assert.DoesNotContain("knast", PacketFilterGetRulesets.Invoke(filter.Kernel, filter.Device, ""));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatIsNotCommittedIsForgotten(string name)
    {
        using var filter = new Filter(Open(name));
        filter.Replace(s_pass);
        using (var transaction = PacketFilterTransaction.Begin(filter.Kernel, filter.Device, Anchor, PacketFilterRulesetType.Filter))
        {
            transaction.Add(s_block);
        }

        Assert.Equal([s_pass], filter.Rules(PacketFilterRulesetType.Filter).Select(Plain));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ALaterTransactionWins(string name)
    {
        using var filter = new Filter(Open(name));
        using var first = PacketFilterTransaction.Begin(filter.Kernel, filter.Device, Anchor, PacketFilterRulesetType.Filter);
        using var second = PacketFilterTransaction.Begin(filter.Kernel, filter.Device, Anchor, PacketFilterRulesetType.Filter);
        AssertFails(ErrorCode.EBUSY, () => first.Add(s_pass));
        AssertFails(ErrorCode.EBUSY, first.Commit);
        second.Add(s_block);
        second.Commit();
        AssertFails(ErrorCode.EBUSY, second.Commit);
        Assert.Equal([s_block], filter.Rules(PacketFilterRulesetType.Filter).Select(Plain));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatMakesNoSenseIsRefused(string name)
    {
        using var filter = new Filter(Open(name));
        IKernel kernel = filter.Kernel;
        AssertFails(ErrorCode.EINVAL, () => PacketFilterAddRule.Invoke(kernel, filter.Device, "knast/nowhere", 1, PacketFilterBeginAddresses.Invoke(kernel, filter.Device), s_pass));
        AssertFails(ErrorCode.EINVAL, () => PacketFilterGetRules.Invoke(kernel, filter.Device, "knast/nowhere", Nat));
        AssertFails(ErrorCode.EBUSY, () => PacketFilterCommit.Invoke(kernel, filter.Device, [new PacketFilterTransactionElement(Nat, Anchor, 12345)]));
        using var transaction = PacketFilterTransaction.Begin(kernel, filter.Device, Anchor, Nat, PacketFilterRulesetType.Filter);
        AssertFails(ErrorCode.EINVAL, () => transaction.Add(s_nat with { Pool = PacketFilterPool.Empty }));
        Assert.Throws<ArgumentException>(() => transaction.Add(s_rdr));
        Assert.Throws<ArgumentException>(() => PacketFilterTransaction.Begin(kernel, filter.Device, "knast/" + new string('x', 64), Nat));
        uint pool = PacketFilterBeginAddresses.Invoke(kernel, filter.Device);
        AssertFails(ErrorCode.EBUSY, () => PacketFilterAddAddress.Invoke(kernel, filter.Device, pool + 1, InternetFamily.IPv4, PacketFilterAddress.Host(IPAddress.Loopback)));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheMainRulesetCallsTheAnchor(string name)
    {
        using var filter = new Filter(Open(name));
        IKernel kernel = filter.Kernel;
        filter.Replace(s_pass);
        Assert.Empty(PacketFilterAnchorCall.ReadAll(kernel, filter.Device, "", PacketFilterRulesetType.Filter));
        try
        {
            using (var transaction = PacketFilterTransaction.Begin(kernel, filter.Device, "", Nat, Rdr, PacketFilterRulesetType.Filter))
            {
                transaction.Add(new PacketFilterRule { Action = PacketFilterAction.Nat, AnchorCall = "knast-called/*" });
                transaction.Add(new PacketFilterRule { Action = PacketFilterAction.Rdr, AnchorCall = "knast-called/*" });
                transaction.Add(new PacketFilterRule { Action = PacketFilterAction.Pass, AnchorCall = "knast-called/*" });
                transaction.Commit();
            }

            foreach (PacketFilterRulesetType ruleset in (PacketFilterRulesetType[])[Nat, Rdr, PacketFilterRulesetType.Filter])
            {
                PacketFilterAnchorCall call = Assert.Single(PacketFilterAnchorCall.ReadAll(kernel, filter.Device, "", ruleset));
                Assert.True(call.Evaluates("knast-called/web"));
                Assert.Equal(new PacketFilterAnchorCall(ruleset, "knast-called", IsWildcard: true, IsConditional: false), call);
            }
        }
        finally
        {
            using var transaction = PacketFilterTransaction.Begin(kernel, filter.Device, "", Nat, Rdr, PacketFilterRulesetType.Filter);
            transaction.Commit();
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TablesHoldNetworks(string name)
    {
        using var filter = new Filter(Open(name));
        IKernel kernel = filter.Kernel;
        var table = new PacketFilterTable(Anchor, "clients", PacketFilterTableFlags.Persistent);
        PacketFilterTableEntry[] entries =
        [
            PacketFilterTableEntry.Host(IPAddress.Parse("10.88.0.2")), new(IPAddress.Parse("10.99.0.0"), 16), new(IPAddress.Parse("fd00:88::"), 64),
        ];
        Assert.Equal(1, PacketFilterAddTables.Invoke(kernel, filter.Device, [table]));
        Assert.Equal(0, PacketFilterAddTables.Invoke(kernel, filter.Device, [table]));
        Assert.Equal("clients", Assert.Single(PacketFilterGetTables.Invoke(kernel, filter.Device, Anchor)).Name);
        Assert.Equal(3, PacketFilterAddTableEntries.Invoke(kernel, filter.Device, table, entries));
        Assert.Equal(0, PacketFilterAddTableEntries.Invoke(kernel, filter.Device, table, entries));
        Assert.Equal(
            entries.Select(static entry => entry.ToString()).Order(),
            PacketFilterGetTableEntries.Invoke(kernel, filter.Device, table).Select(static entry => entry.ToString()).Order());
        Assert.Equal(1, PacketFilterDeleteTableEntries.Invoke(kernel, filter.Device, table, [entries[1]]));
        Assert.Equal((1, 2, 0), PacketFilterSetTableEntries.Invoke(kernel, filter.Device, table, [entries[1]]));
        Assert.Equal(1, PacketFilterClearTableEntries.Invoke(kernel, filter.Device, table));
        var missing = new PacketFilterTable(Anchor, "missing");
        AssertFails(ErrorCode.ESRCH, () => PacketFilterGetTableEntries.Invoke(kernel, filter.Device, missing));
        AssertFails(ErrorCode.ESRCH, () => PacketFilterAddTableEntries.Invoke(kernel, filter.Device, missing, entries));
        Assert.Equal(0, PacketFilterDeleteTables.Invoke(kernel, filter.Device, [missing]));
        Assert.Equal(1, PacketFilterDeleteTables.Invoke(kernel, filter.Device, [table]));
        Assert.DoesNotContain("knast", PacketFilterGetRulesets.Invoke(kernel, filter.Device, ""));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ManyNetworksAreListed(string name)
    {
        using var filter = new Filter(Open(name));
        var table = new PacketFilterTable(Anchor, "many", PacketFilterTableFlags.Persistent);
        PacketFilterAddTables.Invoke(filter.Kernel, filter.Device, [table]);
        PacketFilterTableEntry[] entries = [.. Enumerable.Range(0, 600).Select(static i => PacketFilterTableEntry.Host(new IPAddress([10, 1, (byte)(i >> 8), (byte)i])))];
        Assert.Equal(600, PacketFilterAddTableEntries.Invoke(filter.Kernel, filter.Device, table, entries));
        Assert.Equal(600, PacketFilterGetTableEntries.Invoke(filter.Kernel, filter.Device, table).Count);
        Assert.Equal(1, PacketFilterClearTables.Invoke(filter.Kernel, filter.Device, Anchor));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ConnectionsAreRememberedUntilTheyAreKilled(string name)
    {
        using var filter = new Filter(Open(name));
        IKernel kernel = filter.Kernel;
        IPAddress there = IPAddress.Parse("10.0.2.2");
        try
        {
            using (var transaction = PacketFilterTransaction.Begin(kernel, filter.Device, "", PacketFilterRulesetType.Filter))
            {
                transaction.Add(new PacketFilterRule
                {
                    Action = PacketFilterAction.Pass,
                    Direction = PacketFilterDirection.Out,
                    Family = InternetFamily.IPv4,
                    Protocol = InternetProtocol.Udp,
                    State = PacketFilterStateTracking.Normal,
                    Label = "remembered",
                });
                transaction.Commit();
            }

            PacketFilterStart.Invoke(kernel, filter.Device);
            SendDatagram(kernel, there, 9);
            PacketFilterState state = Assert.Single(PacketFilterGetStates.Invoke(kernel, filter.Device), state => state.Has(there));
            Assert.Equal((InternetFamily.IPv4, InternetProtocol.Udp, PacketFilterDirection.Out), (state.Family, state.Protocol, state.Direction));
            var match = new PacketFilterStateMatch
            {
                Family = InternetFamily.IPv4,
                Destination = new PacketFilterEndpoint(PacketFilterAddress.Host(there)),
            };
            Assert.Equal(0, PacketFilterKillStates.Invoke(kernel, filter.Device, match with { Label = "other" }));
            Assert.Equal(1, PacketFilterKillStates.Invoke(kernel, filter.Device, match));
            Assert.DoesNotContain(PacketFilterGetStates.Invoke(kernel, filter.Device), found => found.Has(there));
        }
        finally
        {
            if (PacketFilterGetStatus.Invoke(kernel, filter.Device).IsRunning)
            {
                PacketFilterStop.Invoke(kernel, filter.Device);
            }

            using var transaction = PacketFilterTransaction.Begin(kernel, filter.Device, "", PacketFilterRulesetType.Filter);
            transaction.Commit();
        }
    }

    private static void SendDatagram(IKernel kernel, IPAddress address, byte port)
    {
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using SystemCall call = CorpusCalls.Rent(kernel.Target, "sendto", 0, 0, 133);
        byte[] destination = [16, 2, 0, port, .. address.GetAddressBytes(), 0, 0, 0, 0, 0, 0, 0, 0];
        kernel.Require(call.Argument(socket).ArgumentBytes("x"u8).Argument(1).Argument(0).ArgumentBytes(destination).Argument(destination.Length));
    }

    // Without what the kernel adds to a rule that it is given.
    private static PacketFilterRule Plain(PacketFilterRule rule) => rule with { Number = 0, Counters = default };

    private static void AssertFails(ErrorCode code, Action action) => Assert.Equal(code, Assert.Throws<NativeException>(action).Code);

    private sealed class Filter : IDisposable
    {
        public Filter(IKernel kernel)
        {
            Kernel = kernel;
            Device = PacketFilterDevice.Open(kernel);
        }

        public IKernel Kernel { get; }

        public KernelDescriptor Device { get; }

        public IReadOnlyList<PacketFilterRule> Rules(PacketFilterRulesetType ruleset) => PacketFilterGetRules.ReadAll(Kernel, Device, Anchor, ruleset);

        public void Replace(params PacketFilterRule[] rules)
        {
            using var transaction = PacketFilterTransaction.Begin(Kernel, Device, Anchor, Nat, Rdr, PacketFilterRulesetType.Filter);
            foreach (PacketFilterRule rule in rules)
            {
                transaction.Add(rule);
            }

            transaction.Commit();
        }

        public void Empty() => Replace();

        public void Dispose()
        {
            Empty();
            Device.Dispose();
        }
    }
}
