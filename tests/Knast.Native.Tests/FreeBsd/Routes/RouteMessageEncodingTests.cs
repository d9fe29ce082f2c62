using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Routes;

/// <summary>Routing messages, byte by byte.</summary>
public sealed class RouteMessageEncodingTests
{
    private static readonly KernelTarget s_target = FreeBsdTargets.V15Arm64;

    private static readonly Gen<Route> s_routes =
        from isSix in Gen.Elements(true, false)
        from bytes in Gen.ArrayOf(ArbMap.Default.GeneratorFor<byte>(), isSix ? 16 : 4)
        from prefix in Gen.Choose(0, isSix ? 128 : 32)
        from hasGateway in Gen.Elements(true, false)
        from index in Gen.Choose(0, 0xFFFF)
        from mtu in Gen.Choose(0, 65535)
        select new Route
        {
            Destination = new IPAddress(bytes),
            PrefixLength = prefix,
            Gateway = hasGateway ? IPAddress.Parse(isSix ? "fd00::1" : "10.0.0.1") : null,
            InterfaceIndex = index,
            Mtu = mtu,
        };

    [Fact]
    public void TheDefaultRouteHasTheseBytes()
    {
        using SystemCall call = RouteAdd.Compose(s_target, 3, Route.Default(IPAddress.Parse("172.24.0.1")));
        Assert.Equal(
            "write(3, b0, 200)\nb0 in 200 0:c80005010000000003080000070000000000000001 152:1002 168:10020000ac180001 184:1002",
            CallText.Describe(call));
    }

    [Fact]
    public void ANetworkOnAnInterfaceHasTheseBytes()
    {
        using SystemCall call = RouteAdd.Compose(
            s_target, 3, new Route { Destination = IPAddress.Parse("fd00::"), PrefixLength = 64, InterfaceIndex = 5, Mtu = 1400 });
        Assert.Equal(
            "write(3, b0, 272)\nb0 in 272 0:100105010500000001080000070000000000000001 32:01 48:7805"
                + " 152:1c1c000000000000fd 184:361205 240:1c1c000000000000ffffffffffffffff",
            CallText.Describe(call));
    }

    [Fact]
    public void AHostIsDeletedWithoutAMask()
    {
        using SystemCall call = RouteDelete.Compose(s_target, 3, new Route { Destination = IPAddress.Parse("10.1.2.3"), PrefixLength = 32 });
        Assert.Equal("write(3, b0, 168)\nb0 in 168 0:a80005020000000004000000010000000000000001 152:100200000a010203", CallText.Describe(call));
    }

    [Fact]
    public void AskingForARouteAsksForItsInterfaceToo()
    {
        using SystemCall call = RouteGet.Compose(s_target, 3, IPAddress.Parse("8.8.8.8"), sequence: 0x11223344);
        Assert.Equal(
            "write(3, b0, 224)\nb0 in 224 0:e00005040000000004000000110000000000000044332211 152:1002000008080808 168:3612",
            CallText.Describe(call));
    }

    [Fact]
    public void TheTableAndTheSocketHaveTheseBytes()
    {
        using SystemCall dump = RouteDump.Compose(s_target, InternetFamily.IPv6, table: 2, capacity: 16);
        Assert.Equal("__sysctl(b0, 7, b1, b2, 0, 0)\nb0 in 28 0:0400000011000000000000001c000000010000000000000002\nb1 out 16\nb2 inout 8 0:10", CallText.Describe(dump));
        using SystemCall socket = RouteSocket.Compose(s_target);
        Assert.Equal("socket(17, 0x10000003, 0)", CallText.Describe(socket));
        using SystemCall table = RouteSetTable.Compose(s_target, 3, 2);
        Assert.Equal("setsockopt(3, 65535, 4116, b0, 4)\nb0 in 4 0:02", CallText.Describe(table));
    }

    [Fact]
    public void WhatIsWrittenIsReadAgain() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(s_routes.ToArbitrary(), static route =>
        {
            RouteMessage read = RouteMessageEncoding.Decode(RouteMessageEncoding.Encode(new RouteMessage(RouteMessageType.Change, 9, 8, 7, route)))!;
            Assert.Equal((RouteMessageType.Change, 9, 8, 7), (read.Type, read.Sequence, read.Process, read.Errno));
            Assert.Equal(route, read.Route with { Flags = route.Flags });
            Assert.Equal(route.Gateway is not null, read.Route.Flags.HasFlag(RouteFlags.Gateway));
            Assert.Equal(route.PrefixLength == Sockaddr.BitsOf(Sockaddr.FamilyOf(route.Destination)), read.Route.Flags.HasFlag(RouteFlags.Host));
        }));

    [Fact]
    public void ATableIsReadMessageByMessage() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Gen.ListOf(s_routes).ToArbitrary(), static routes =>
        {
            byte[] bytes = [.. routes.SelectMany(static route => RouteMessageEncoding.Encode(new RouteMessage(RouteMessageType.Get, 0, 0, 0, route)))];
            Assert.Equal(
                routes.Select(static route => (route.Destination, route.PrefixLength, route.Gateway)),
                RouteMessageEncoding.DecodeTable(bytes).Select(static route => (route.Destination, route.PrefixLength, route.Gateway)));
        }));

    [Fact]
    public void DamagedMessagesAreReadOrRefused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed => Damage.ReadOrRefuse(
            RouteMessageEncoding.Encode(new RouteMessage(RouteMessageType.Get, 1, 2, 0, new Route
            {
                Destination = IPAddress.Parse("fd00::"),
                PrefixLength = 64,
                Gateway = IPAddress.Parse("fe80::1%4"),
                InterfaceIndex = 4,
            })),
            seed,
            static bytes => RouteMessageEncoding.DecodeTable(bytes))));

    [Fact]
    public void AMaskThatWasShortenedIsRead()
    {
        byte[] bytes = RouteMessageEncoding.Encode(new RouteMessage(
            RouteMessageType.Get, 1, 0, 0, new Route { Destination = IPAddress.Parse("10.0.0.0"), PrefixLength = 8, Gateway = IPAddress.Parse("10.0.0.1") }));

        // The mask is the third address; before FreeBSD 13 it ended with its last byte that is not zero, and had no family.
        bytes[152 + 32] = 5;
        bytes[152 + 33] = 0;
        Assert.Equal(8, RouteMessageEncoding.Decode(bytes)!.Route.PrefixLength);
        bytes[152 + 32] = 0;
        Assert.Equal(0, RouteMessageEncoding.Decode(bytes)!.Route.PrefixLength);
    }

    [Fact]
    public void AMessageOfAnotherVersionOrKindIsNone()
    {
        byte[] bytes = RouteMessageEncoding.Encode(new RouteMessage(RouteMessageType.Get, 1, 0, 0, Route.Default(IPAddress.Parse("10.0.0.1"))));
        bytes[2] = 6;
        Assert.Null(RouteMessageEncoding.Decode(bytes));
        bytes[2] = 5;
        bytes[3] = (byte)RouteMessageType.InterfaceAnnouncement;
        Assert.Null(RouteMessageEncoding.Decode(bytes));
    }

    [Fact]
    public void ARouteAcrossFamiliesIsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => RouteAdd.Compose(
            s_target, 3, new Route { Destination = IPAddress.Any, PrefixLength = 0, Gateway = IPAddress.IPv6Loopback }));
        Assert.Contains("::1", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => RouteAdd.Compose(s_target, 3, new Route { Destination = IPAddress.Any, PrefixLength = 33 }));
    }
}
