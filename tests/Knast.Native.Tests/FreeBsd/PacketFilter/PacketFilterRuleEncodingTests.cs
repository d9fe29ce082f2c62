using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Tests.FreeBsd.Abi;

namespace Knast.Native.Tests.FreeBsd.PacketFilter;

/// <summary>Rules as the kernel's structure holds them, and as it tells them.</summary>
public sealed class PacketFilterRuleEncodingTests
{
    private static readonly Gen<PacketFilterRule> s_rules =
        from action in Gen.Elements(Enum.GetValues<PacketFilterAction>())
        from direction in Gen.Elements(Enum.GetValues<PacketFilterDirection>())
        from family in Gen.Elements(InternetFamily.IPv4, InternetFamily.IPv6)
        from source in Endpoints(family)
        from destination in Endpoints(family)
        from protocol in Gen.Elements(Enum.GetValues<InternetProtocol>())
        from switches in Gen.Choose(0, 63)
        from text in Gen.Elements("", "knast", new string('x', 63))
        from numbers in Gen.ArrayOf(ArbMap.Default.GeneratorFor<ushort>(), 6)
        from type in Gen.Elements(Enum.GetValues<PacketFilterPoolType>())
        from state in Gen.Elements(Enum.GetValues<PacketFilterStateTracking>())
        select new PacketFilterRule
        {
            Action = action,
            Direction = direction,
            Family = family,
            Source = source,
            Destination = destination,
            Protocol = protocol,
            IsQuick = (switches & 1) != 0,
            IsInterfaceNegated = (switches & 2) != 0,
            IsMatchTagNegated = (switches & 4) != 0,
            PassesTranslated = (switches & 8) != 0,
            AllowsOptions = (switches & 16) != 0,
            IcmpType = (switches & 32) != 0 ? (byte)(numbers[0] % 255) : null,
            IcmpCode = (switches & 32) != 0 ? (byte)(numbers[1] % 255) : null,
            Interface = text.Length > 15 ? "fifteen-bytes-n" : text,
            Label = text,
            Tag = text,
            MatchTag = text,
            State = state,
            TcpFlags = (TcpFlags)(numbers[2] & 0xFF),
            TcpFlagsMask = (TcpFlags)(numbers[2] >> 8),
            Flags = (PacketFilterRuleFlags)numbers[3],
            ReturnIcmp = numbers[4],
            ReturnIcmp6 = numbers[5],
            RouteTable = numbers[0] - 1,
            Number = numbers[1],
            Log = (PacketFilterLogging)(switches & 3),
            Pool = new PacketFilterPool { Type = type, IsSticky = (switches & 1) != 0, Ports = (numbers[4], numbers[5]) },
        };

    [Fact]
    public void WhatIsWrittenIsReadAgain() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(s_rules.ToArbitrary(), static rule => Assert.Equal(rule, PacketFilterRuleEncoding.Decode(Encode(rule)))));

    [Fact]
    public void WhatTheKernelTellsIsTheSameRule() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(s_rules.ToArbitrary(), static rule =>
        {
            var answer = new NameValueList { { "rule", PacketFilterRuleEncoding.ToNameValues(Encode(rule)) }, { "anchor_call", "knast/*" } };
            NameValueList sent = NameValueListEncoding.Decode(NameValueListEncoding.Encode(answer));
            Assert.Equal(rule with { AnchorCall = "knast/*" }, PacketFilterRuleEncoding.Decode(sent));
        }));

    [Fact]
    public void TheStructureSurvivesBeingTold() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(s_rules.ToArbitrary(), static rule =>
        {
            byte[] bytes = Encode(rule);
            byte[] again = new byte[PacketFilterRuleEncoding.Length];
            PacketFilterRuleEncoding.FromNameValues(PacketFilterRuleEncoding.ToNameValues(bytes), again);
            Assert.Equal(bytes, again);
        }));

    [Fact]
    public void DamagedStructuresAreReadOrRefused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
            Damage.ReadOrRefuse(Encode(s_rules.Sample(1, 1).First()), seed, static bytes => PacketFilterRuleEncoding.Decode(bytes))));

    [Fact]
    public void DamagedListsAreReadOrRefused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed => Damage.ReadOrRefuse(
            NameValueListEncoding.Encode(new NameValueList { { "rule", PacketFilterRuleEncoding.ToNameValues(Encode(s_rules.Sample(1, 1).First())) } }),
            seed,
            static bytes => PacketFilterRuleEncoding.Decode(NameValueListEncoding.Decode(bytes)))));

    [Theory]
    [InlineData("13.2")]
    [InlineData("15.1")]
    public void EveryNameIsOneThatTheKernelTells(string release) => Assert.Empty(
        PacketFilterRuleFields.Names.Except(AbiFacts.Shared.PacketFilterNames("kernelWrites.rule", release)));

    [Fact]
    public void ANumberThatDoesNotFitIsRefused()
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => PacketFilterRuleEncoding.FromNameValues(new NameValueList { { "action", 256UL } }, new byte[PacketFilterRuleEncoding.Length]));
        Assert.Contains("256 does not fit action", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(
            () => PacketFilterRuleEncoding.FromNameValues(new NameValueList { { "label", new string('x', 64) } }, new byte[PacketFilterRuleEncoding.Length]));
        Assert.Throws<InvalidDataException>(() => PacketFilterRuleEncoding.Decode(new NameValueList()));
    }

    [Theory]
    [InlineData("10.1.2.3", 8, "10.0.0.0/8")]
    [InlineData("10.1.2.3", 32, "10.1.2.3")]
    [InlineData("fd00::1", 64, "fd00::/64")]
    [InlineData("10.1.2.3", 0, "any")]
    public void ANetworkIsWithoutBitsOfAHost(string address, int prefix, string expected) =>
        Assert.Equal(expected, PacketFilterAddress.Network(IPAddress.Parse(address), prefix).ToString());

    [Fact]
    public void AddressesReadLikeInPfConf()
    {
        Assert.Equal("(vtnet0)", PacketFilterAddress.OfInterface("vtnet0").ToString());
        Assert.Equal("(vtnet0:network:0/24)", PacketFilterAddress.OfInterface(
            "vtnet0", PacketFilterInterfaceFlags.Network | PacketFilterInterfaceFlags.NoAlias, 24).ToString());
        Assert.Equal("<web>", PacketFilterAddress.Table("web").ToString());
        Assert.Equal("10.0.0.1 - 10.0.0.9", PacketFilterAddress.Range(IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.0.0.9")).ToString());
        Assert.Equal("! 10.0.0.0/8 port 8080:8089", new PacketFilterEndpoint(
            PacketFilterAddress.Network(IPAddress.Parse("10.0.0.0"), 8), PacketFilterPorts.Range(8080, 8089), IsNegated: true).ToString());
        Assert.Throws<ArgumentException>(() => PacketFilterAddress.Range(IPAddress.Any, IPAddress.IPv6Any));
        Assert.ThrowsAny<ArgumentException>(() => PacketFilterAddress.Table(new string('t', 32)));
        Assert.Throws<ArgumentOutOfRangeException>(() => PacketFilterAddress.Network(IPAddress.Any, 33));
    }

    private static byte[] Encode(PacketFilterRule rule)
    {
        byte[] bytes = new byte[PacketFilterRuleEncoding.Length];
        PacketFilterRuleEncoding.Encode(bytes, rule);
        return bytes;
    }

    private static Gen<PacketFilterEndpoint> Endpoints(InternetFamily family) =>
        from address in Addresses(family)
        from operation in Gen.Elements(Enum.GetValues<PacketFilterPortOperator>())
        from first in ArbMap.Default.GeneratorFor<ushort>()
        from second in ArbMap.Default.GeneratorFor<ushort>()
        from isNegated in Gen.Elements(true, false)
        select new PacketFilterEndpoint(address, new PacketFilterPorts(operation, first, second), isNegated);

    private static Gen<PacketFilterAddress> Addresses(InternetFamily family) =>
        from bytes in Gen.ArrayOf(ArbMap.Default.GeneratorFor<byte>(), family == InternetFamily.IPv4 ? 4 : 16)
        from prefix in Gen.Choose(0, bytes.Length * 8)
        from choice in Gen.Choose(0, 5)
        let address = new IPAddress(bytes)
        select choice switch
        {
            0 => PacketFilterAddress.Any,
            1 => PacketFilterAddress.Network(address, prefix),
            2 => PacketFilterAddress.Range(address, address),
            3 => PacketFilterAddress.OfInterface("bridge0", (PacketFilterInterfaceFlags)(prefix & 0xF), prefix),
            4 => PacketFilterAddress.Table("web"),
            _ => PacketFilterAddress.NoRoute,
        };
}
