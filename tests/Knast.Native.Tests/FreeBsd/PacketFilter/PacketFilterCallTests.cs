using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.PacketFilter;

/// <summary>The bytes of each request to the packet filter, as the kernel's structures want them.</summary>
public sealed class PacketFilterCallTests
{
    private static readonly KernelTarget s_target = FreeBsdTargets.V13Arm64;
    private static readonly PacketFilterTable s_table = new("knast/web", "t", PacketFilterTableFlags.Persistent);
    private static readonly IPAddress s_inside = IPAddress.Parse("172.24.0.2");

    private static readonly PacketFilterRule s_nat = new()
    {
        Action = PacketFilterAction.Nat,
        Interface = "vtnet0",
        Family = InternetFamily.IPv4,
        Source = new PacketFilterEndpoint(PacketFilterAddress.Network(IPAddress.Parse("172.24.0.0"), 16)),
        Pool = new PacketFilterPool { Type = PacketFilterPoolType.RoundRobin, Ports = PacketFilterPool.NatPorts },
    };

    private static readonly PacketFilterRule s_rdr = new()
    {
        Action = PacketFilterAction.Rdr,
        Interface = "vtnet0",
        Family = InternetFamily.IPv4,
        Protocol = InternetProtocol.Tcp,
        PassesTranslated = true,
        Destination = new PacketFilterEndpoint(PacketFilterAddress.OfInterface("vtnet0"), PacketFilterPorts.Single(8080)),
        Pool = new PacketFilterPool { Ports = (80, 0) },
    };

    private static readonly PacketFilterRule s_pass = new()
    {
        Action = PacketFilterAction.Pass,
        Direction = PacketFilterDirection.In,
        IsQuick = true,
        Source = new PacketFilterEndpoint(PacketFilterAddress.Table("web"), PacketFilterPorts.Range(1000, 2000), IsNegated: true),
        TcpFlags = TcpFlags.Synchronize,
        TcpFlagsMask = TcpFlags.Synchronize | TcpFlags.Acknowledge,
        State = PacketFilterStateTracking.Normal,
        Label = "knast",
        AnchorCall = "web/*",
    };

    public static TheoryData<string, string> Calls => new()
    {
        { nameof(PacketFilterStart), "ioctl(3, 0x20004401, 0)" },
        { nameof(PacketFilterStop), "ioctl(3, 0x20004402, 0)" },
        { nameof(PacketFilterGetStatus), "ioctl(3, 0xc0184415, b0)\nb0 inout 24 17:10\nb1 inout 4096\nb0+0 -> b1" },
        {
            nameof(PacketFilterBegin),
            "ioctl(3, 0xc0104451, b0)\nb0 inout 16 0:020000000804\nb1 inout 2064 0:020000006b6e6173742f776562 1032:01\nb0+8 -> b1"
        },
        {
            nameof(PacketFilterCommit),
            "ioctl(3, 0xc0104452, b0)\nb0 inout 16 0:010000000804\nb1 inout 1032 0:040000006b6e617374 1028:07\nb0+8 -> b1"
        },
        {
            nameof(PacketFilterRollback),
            "ioctl(3, 0xc0104453, b0)\nb0 inout 16 0:010000000804\nb1 inout 1032 0:040000006b6e617374 1028:07\nb0+8 -> b1"
        },
        { nameof(PacketFilterBeginAddresses), "ioctl(3, 0xc4704433, b0)\nb0 inout 1136" },
        {
            nameof(PacketFilterAddAddress),
            "ioctl(3, 0xc4704434, b0)\nb0 inout 1136 4:05 18:02 1048:76746e657430 1064:ffffffffffffffffffffffffffffffff 1088:02"
        },
        {
            "PacketFilterAddRule nat",
            "ioctl(3, 0xcbe04404, b0)\nb0 inout 3040 4:0900000005000000000000006b6e617374 2064:ac18 2080:ffff 2304:76746e657430 2684:51c3ffff04 "
                + "2764:ffffffff 2968:04 2977:02"
        },
        {
            "PacketFilterAddRule rdr",
            "ioctl(3, 0xcbe04404, b0)\nb0 inout 3040 4:0900000005000000000000006b6e617374 2120:76746e657430 2136:ffffffffffffffffffffffffffffffff 2160:02000000000000001f9000000002 2304:76746e657430 2684:50 2764:ffffffff 2968:0800000000000001000206"
        },
        {
            "PacketFilterAddRule pass",
            "ioctl(3, 0xcbe04404, b0)\nb0 inout 3040 4:0900000005000000000000006b6e617374 1040:7765622f2a 2064:776562 2104:030000000000000003e807d00109 "
                + "2240:6b6e617374 2764:ffffffff 2969:0100000100000001000000000212"
        },
        { nameof(PacketFilterGetRules), "ioctl(3, 0xcbe04406, b0)\nb0 inout 3040 16:6b6e617374 2968:08" },
        { nameof(PacketFilterGetAddresses), "ioctl(3, 0xc4704435, b0)\nb0 inout 1136 4:0900000000000000020000000400006b6e617374" },
        { nameof(PacketFilterGetAddress), "ioctl(3, 0xc4704436, b0)\nb0 inout 1136 4:0900000001000000020000000400006b6e617374" },
        { nameof(PacketFilterGetRulesets), "ioctl(3, 0xc444443a, b0)\nb0 inout 1092 4:6b6e617374" },
        { nameof(PacketFilterGetRuleset), "ioctl(3, 0xc444443b, b0)\nb0 inout 1092 0:030000006b6e617374" },
        {
            nameof(PacketFilterAddTables),
            "ioctl(3, 0xc450443d, b0)\nb0 inout 1104 1072:2804000001\nb1 in 1064 0:6b6e6173742f776562 1024:74 1056:01\nb0+1064 -> b1"
        },
        {
            nameof(PacketFilterDeleteTables),
            "ioctl(3, 0xc450443e, b0)\nb0 inout 1104 1072:2804000001\nb1 in 1064 0:6b6e6173742f776562 1024:74\nb0+1064 -> b1"
        },
        { nameof(PacketFilterGetTables), "ioctl(3, 0xc450443f, b0)\nb0 inout 1104 0:6b6e617374 1072:2804000002\nb1 out 2128\nb0+1064 -> b1" },
        { nameof(PacketFilterClearTables), "ioctl(3, 0xc450443c, b0)\nb0 inout 1104 0:6b6e617374" },
        {
            nameof(PacketFilterAddTableEntries),
            "ioctl(3, 0xc4504443, b0)\nb0 inout 1104 0:6b6e6173742f776562 1024:74 1072:1400000002\n"
                + "b1 in 40 0:ac180002 16:02200000fd 36:1c4001\nb0+1064 -> b1"
        },
        { nameof(PacketFilterDeleteTableEntries), "ioctl(3, 0xc4504444, b0)\nb0 inout 1104 0:6b6e6173742f776562 1024:74 1072:1400000001\nb1 in 20 0:ac180002 16:0220\nb0+1064 -> b1" },
        { nameof(PacketFilterSetTableEntries), "ioctl(3, 0xc4504445, b0)\nb0 inout 1104 0:6b6e6173742f776562 1024:74 1072:14\nb1 in 0\nb0+1064 -> b1" },
        { nameof(PacketFilterGetTableEntries), "ioctl(3, 0xc4504446, b0)\nb0 inout 1104 0:6b6e6173742f776562 1024:74 1072:1400000002\nb1 out 40\nb0+1064 -> b1" },
        { nameof(PacketFilterClearTableEntries), "ioctl(3, 0xc4504442, b0)\nb0 inout 1104 0:6b6e6173742f776562 1024:74" },
        { nameof(PacketFilterGetStates), "ioctl(3, 0xc018445d, b0)\nb0 inout 24 0:800100000000000012643401\nb1 out 384\nb0+16 -> b1" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void ACallHasTheseBytes(string name, string expected)
    {
        using SystemCall call = Compose(name);
        Assert.Equal(expected, CallText.Describe(call));
    }

    [Fact]
    public void StatesAreNamedInAListOfNamesAndValues()
    {
        using SystemCall call = PacketFilterKillStates.Compose(s_target, 3, new PacketFilterStateMatch
        {
            Family = InternetFamily.IPv4,
            Source = new PacketFilterEndpoint(PacketFilterAddress.Host(s_inside)),
            IncludesOtherInterfaces = true,
        });
        Assert.Equal(0xC0184429, call.Arguments[1].Value);
        Span<byte> request = call.Bytes(new BlockReference(0));
        NameValueList list = NameValueListEncoding.Decode(call.Bytes(new BlockReference(1))[..BitConverter.ToInt32(request[8..])]);
        Assert.Equal(["cmp", "af", "proto", "src", "dst", "ifname", "label", "kill_match"], list.Select(static pair => pair.Key));
        Assert.Equal(2UL, list.Number("af"));
        Assert.True(list.Boolean("kill_match"));
        NameValueList address = list.List("src")!.List("addr")!;
        Assert.True(address.List("addr")!.TryGet("addr", out byte[]? bytes));
        Assert.True(address.List("mask")!.TryGet("addr", out byte[]? mask));
        Assert.Equal("AC180002", Convert.ToHexString(bytes[..4]));
        Assert.Equal("FFFFFFFF", Convert.ToHexString(mask[..4]));
        Assert.Equal(1024, BitConverter.ToInt32(request[16..]));
    }

    [Fact]
    public void ARuleIsAskedForInAListOfNamesAndValues()
    {
        using SystemCall call = PacketFilterGetRule.Compose(s_target, 3, "knast", PacketFilterRulesetType.Rdr, 9, 1, 256);
        Assert.Equal(0xC0184407, call.Arguments[1].Value);
        Span<byte> request = call.Bytes(new BlockReference(0));
        Assert.Equal((150, 256), (BitConverter.ToInt32(request[8..]), BitConverter.ToInt32(request[16..])));
        NameValueList list = NameValueListEncoding.Decode(call.Bytes(new BlockReference(1))[..150]);
        Assert.Equal(
            [new("anchor", "knast"), new("ruleset", (ulong)PacketFilterAction.Rdr), new("ticket", 9UL), new("nr", 1UL)], list);
    }

    [Theory]
    [InlineData("/knast")]
    [InlineData("knast//web")]
    [InlineData("knast/")]
    [InlineData("a-name-of-sixty-four-bytes-which-is-one-more-than-an-anchor-takes")]
    public void AnAnchorThatCannotBeIsRefused(string anchor)
    {
        Assert.ThrowsAny<ArgumentException>(() => PacketFilterBegin.Compose(s_target, 3, [new(PacketFilterRulesetType.Nat, anchor)]));
        Assert.ThrowsAny<ArgumentException>(() => PacketFilterAddRule.Compose(s_target, 3, anchor, 1, 1, s_nat));
        Assert.ThrowsAny<ArgumentException>(() => PacketFilterGetRulesets.Compose(s_target, 3, anchor));
        Assert.ThrowsAny<ArgumentException>(() => PacketFilterGetTables.Compose(s_target, 3, anchor, 1));
    }

    [Theory]
    [InlineData("", "knast", false, "knast", true)]
    [InlineData("", "/knast", false, "knast", true)]
    [InlineData("", "knast/*", true, "knast/web", true)]
    [InlineData("", "/knast/*", true, "knast/web", true)]
    [InlineData("", "knast/*", true, "knast", false)]
    [InlineData("", "knast", false, "knast/web", false)]
    [InlineData("", "*", true, "knast", true)]
    [InlineData("", "*", true, "knast/web", false)]
    [InlineData("knast", "*", true, "knast/web", true)]
    [InlineData("knast", "web", false, "knast/web", true)]
    [InlineData("knast/web", "../*", true, "knast/db", true)]
    [InlineData("knast/web", "/db", false, "db", true)]
    public void ACallEvaluatesAnAnchorOrNot(string from, string call, bool isWildcard, string anchor, bool isEvaluated)
    {
        PacketFilterAnchorCall found = PacketFilterAnchorCall.From(new PacketFilterRule { Action = PacketFilterAction.Rdr, AnchorCall = call }, from)!;
        Assert.Equal(
            (PacketFilterRulesetType.Rdr, isWildcard, isEvaluated, false),
            (found.Ruleset, found.IsWildcard, found.Evaluates(anchor), found.IsConditional));
    }

    [Fact]
    public void ACallOfSomePacketsIsConditional()
    {
        Assert.Null(PacketFilterAnchorCall.From(s_nat, ""));
        Assert.True(PacketFilterAnchorCall.From(s_nat with { AnchorCall = "knast/*" }, "")!.IsConditional);
        Assert.False(PacketFilterAnchorCall.From(new PacketFilterRule { Action = PacketFilterAction.Pass, AnchorCall = "knast/*" }, "")!.IsConditional);
    }

    private static SystemCall Compose(string name) => name switch
    {
        nameof(PacketFilterStart) => PacketFilterStart.Compose(s_target, 3),
        nameof(PacketFilterStop) => PacketFilterStop.Compose(s_target, 3),
        nameof(PacketFilterGetStatus) => PacketFilterGetStatus.Compose(s_target, 3, 4096),
        nameof(PacketFilterBegin) => PacketFilterBegin.Compose(
            s_target, 3, [new(PacketFilterRulesetType.Nat, "knast/web"), new(PacketFilterRulesetType.Filter, "")]),
        nameof(PacketFilterCommit) => PacketFilterCommit.Compose(s_target, 3, [new(PacketFilterRulesetType.Rdr, "knast", 7)]),
        nameof(PacketFilterRollback) => PacketFilterRollback.Compose(s_target, 3, [new(PacketFilterRulesetType.Rdr, "knast", 7)]),
        nameof(PacketFilterBeginAddresses) => PacketFilterBeginAddresses.Compose(s_target, 3),
        nameof(PacketFilterAddAddress) => PacketFilterAddAddress.Compose(
            s_target, 3, 5, InternetFamily.IPv4, PacketFilterAddress.OfInterface("vtnet0")),
        "PacketFilterAddRule nat" => PacketFilterAddRule.Compose(s_target, 3, "knast", 9, 5, s_nat),
        "PacketFilterAddRule rdr" => PacketFilterAddRule.Compose(s_target, 3, "knast", 9, 5, s_rdr),
        "PacketFilterAddRule pass" => PacketFilterAddRule.Compose(s_target, 3, "knast", 9, 5, s_pass),
        nameof(PacketFilterGetRules) => PacketFilterGetRules.Compose(s_target, 3, "knast", PacketFilterRulesetType.Rdr),
        nameof(PacketFilterGetAddresses) => PacketFilterGetAddresses.Compose(s_target, 3, "knast", 9, PacketFilterAction.Nat, 2),
        nameof(PacketFilterGetAddress) => PacketFilterGetAddress.Compose(s_target, 3, "knast", 9, PacketFilterAction.Nat, 2, 1),
        nameof(PacketFilterGetRulesets) => PacketFilterGetRulesets.Compose(s_target, 3, "knast"),
        nameof(PacketFilterGetRuleset) => PacketFilterGetRuleset.Compose(s_target, 3, "knast", 3),
        nameof(PacketFilterAddTables) => PacketFilterAddTables.Compose(s_target, 3, [s_table]),
        nameof(PacketFilterDeleteTables) => PacketFilterDeleteTables.Compose(s_target, 3, [s_table]),
        nameof(PacketFilterGetTables) => PacketFilterGetTables.Compose(s_target, 3, "knast", 2),
        nameof(PacketFilterClearTables) => PacketFilterClearTables.Compose(s_target, 3, "knast"),
        nameof(PacketFilterAddTableEntries) => PacketFilterAddTableEntries.Compose(
            s_target, 3, s_table, [PacketFilterTableEntry.Host(s_inside), new(IPAddress.Parse("fd00::"), 64, IsNegated: true)]),
        nameof(PacketFilterDeleteTableEntries) => PacketFilterDeleteTableEntries.Compose(s_target, 3, s_table, [PacketFilterTableEntry.Host(s_inside)]),
        nameof(PacketFilterSetTableEntries) => PacketFilterSetTableEntries.Compose(s_target, 3, s_table, []),
        nameof(PacketFilterGetTableEntries) => PacketFilterGetTableEntries.Compose(s_target, 3, s_table, 2),
        nameof(PacketFilterClearTableEntries) => PacketFilterClearTableEntries.Compose(s_target, 3, s_table),
        nameof(PacketFilterGetStates) => PacketFilterGetStates.Compose(s_target, 3, 384),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name),
    };
}
