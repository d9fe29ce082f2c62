using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Native.Tests.FreeBsd.Answers;

namespace Knast.Native.Tests.FreeBsd.PacketFilter;

/// <summary>Tables and what they hold.</summary>
public sealed class PacketFilterTableFacadeTests : FreeBsdFacadeSuite
{
    private static readonly PacketFilterTable s_table = new(PacketFilterScope.Anchor, "inside", PacketFilterTableFlags.Persistent);

    private static readonly PacketFilterTableEntry s_host = PacketFilterTableEntry.Host(IPAddress.Parse("172.24.0.2"));
    private static readonly PacketFilterTableEntry s_network = new(IPAddress.Parse("fd00::"), 64);
    private static readonly PacketFilterTableEntry s_negated = new(IPAddress.Parse("172.24.0.0"), 24, IsNegated: true);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TablesComeAndGo(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        Assert.Equal(1, PacketFilterAddTables.Invoke(kernel, filter.Device, [s_table]));
        Assert.Equal(0, PacketFilterAddTables.Invoke(kernel, filter.Device, [s_table]));
        PacketFilterTable found = Assert.Single(PacketFilterGetTables.Invoke(kernel, filter.Device, PacketFilterScope.Anchor));
        Assert.Equal((s_table.Anchor, s_table.Name), (found.Anchor, found.Name));
        Assert.Equal(PacketFilterTableFlags.Persistent | PacketFilterTableFlags.Active, found.Flags);
        Assert.Contains(PacketFilterScope.Anchor, PacketFilterGetRulesets.Invoke(kernel, filter.Device, ""));
        Assert.Equal(1, PacketFilterDeleteTables.Invoke(kernel, filter.Device, [found]));
        Assert.Equal(0, PacketFilterDeleteTables.Invoke(kernel, filter.Device, [s_table]));
        AssertRefused(
            ErrorCode.EINVAL, $"DIOCRADDTABLES <inside> of anchor {PacketFilterScope.Anchor}",
            () => PacketFilterAddTables.Invoke(kernel, filter.Device, [s_table with { Flags = PacketFilterTableFlags.Active }]));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void NetworksComeAndGo(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        PacketFilterAddTables.Invoke(kernel, filter.Device, [s_table]);
        Assert.Equal(2, PacketFilterAddTableEntries.Invoke(kernel, filter.Device, s_table, [s_host, s_network]));
        Assert.Equal(1, PacketFilterAddTableEntries.Invoke(kernel, filter.Device, s_table, [s_host, s_negated]));
        Assert.Equal(
            new HashSet<PacketFilterTableEntry> { s_host, s_network, s_negated }, Read(kernel, filter));
        Assert.Equal(1, PacketFilterDeleteTableEntries.Invoke(kernel, filter.Device, s_table, [s_network, PacketFilterTableEntry.Host(IPAddress.Loopback)]));
        Assert.Equal((1, 1, 1), PacketFilterSetTableEntries.Invoke(
            kernel, filter.Device, s_table, [s_negated with { IsNegated = false }, PacketFilterTableEntry.Host(IPAddress.Loopback)]));
        Assert.Equal(2, PacketFilterClearTableEntries.Invoke(kernel, filter.Device, s_table));
        Assert.Empty(Read(kernel, filter));
        Assert.Equal(1, PacketFilterClearTables.Invoke(kernel, filter.Device, PacketFilterScope.Anchor));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ManyNetworksAreRead(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        PacketFilterAddTables.Invoke(kernel, filter.Device, [s_table]);
        PacketFilterTableEntry[] entries = [.. Enumerable.Range(1, 200).Select(static host => PacketFilterTableEntry.Host(new IPAddress([10, 1, 0, (byte)host])))];
        Assert.Equal(200, PacketFilterAddTableEntries.Invoke(kernel, filter.Device, s_table, entries));
        Assert.Equal(entries.ToHashSet(), Read(kernel, filter));
        PacketFilterClearTables.Invoke(kernel, filter.Device, PacketFilterScope.Anchor);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ATableThatARuleNamesStaysInName(string name)
    {
        IKernel kernel = Open(name);
        const string Anchor = "knast-named";
        var table = new PacketFilterTable(Anchor, "named");
        using var filter = new PacketFilterScope(kernel);
        var rule = new PacketFilterRule
        {
            Action = PacketFilterAction.Drop,
            Family = InternetFamily.IPv4,
            Source = new PacketFilterEndpoint(PacketFilterAddress.Table("named")),
        };
        filter.Load(Anchor, rule);
        PacketFilterAddTables.Invoke(kernel, filter.Device, [table]);
        PacketFilterAddTableEntries.Invoke(kernel, filter.Device, table, [s_host]);
        Assert.Equal(
            rule,
            Assert.Single(PacketFilterGetRules.ReadAll(kernel, filter.Device, Anchor, PacketFilterRulesetType.Filter)) with { Counters = default });
        Assert.True(Assert.Single(PacketFilterGetTables.Invoke(kernel, filter.Device, Anchor)).Flags.HasFlag(PacketFilterTableFlags.Referenced));
        PacketFilterDeleteTables.Invoke(kernel, filter.Device, [table]);
        AssertRefused(
            ErrorCode.ESRCH, $"DIOCRGETADDRS <named> of anchor {Anchor}", () => PacketFilterGetTableEntries.Invoke(kernel, filter.Device, table));
        filter.Load(Anchor);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    [NotRecorded]
    public void AnAnchorWithoutRulesIsSweptUp(string name)
    {
        IKernel kernel = Open(name);
        const string Anchor = "knast-swept";
        using var filter = new PacketFilterScope(kernel);
        filter.Load(Anchor, new PacketFilterRule
        {
            Action = PacketFilterAction.Drop,
            Family = InternetFamily.IPv4,
            Source = new PacketFilterEndpoint(PacketFilterAddress.Table("named")),
        });
        Assert.Single(PacketFilterGetTables.Invoke(kernel, filter.Device, Anchor));
        filter.Load(Anchor);

        // The kernel sweeps up rules, and with them the table and the anchor, once in some seconds.
        Assert.True(
            SpinWait.SpinUntil(() => !PacketFilterGetRulesets.Invoke(kernel, filter.Device, "").Contains(Anchor), TimeSpan.FromSeconds(60)),
            "The anchor stays.");
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatCannotBeIsRefused(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        PacketFilterTable gone = s_table with { Name = "gone" };
        AssertRefused(
            ErrorCode.ESRCH, $"DIOCRADDADDRS <gone> of anchor {PacketFilterScope.Anchor}",
            () => PacketFilterAddTableEntries.Invoke(kernel, filter.Device, gone, [s_host]));
        AssertRefused(
            ErrorCode.ESRCH, $"DIOCRGETADDRS <gone> of anchor {PacketFilterScope.Anchor}", () => PacketFilterGetTableEntries.Invoke(kernel, filter.Device, gone));
        PacketFilterAddTables.Invoke(kernel, filter.Device, [s_table]);
        AssertRefused(
            ErrorCode.EINVAL, $"DIOCRADDADDRS <inside> of anchor {PacketFilterScope.Anchor}",
            () => PacketFilterAddTableEntries.Invoke(kernel, filter.Device, s_table, [new(IPAddress.Parse("172.24.0.2"), 24)]));
        PacketFilterClearTables.Invoke(kernel, filter.Device, PacketFilterScope.Anchor);
    }

    private static HashSet<PacketFilterTableEntry> Read(IKernel kernel, PacketFilterScope filter) =>
        [.. PacketFilterGetTableEntries.Invoke(kernel, filter.Device, s_table)];

    private static void AssertRefused(ErrorCode code, string subject, Action act)
    {
        NativeException error = Assert.Throws<NativeException>(act);
        Assert.Equal((code, "ioctl", subject), (error.Code, error.Call, error.Subject));
    }
}
