using System.Net;
using System.Net.NetworkInformation;
using FsCheck;
using FsCheck.Fluent;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Native.Tests.FreeBsd.Interfaces;

/// <summary>The messages in which the kernel lists interfaces.</summary>
public sealed class InterfaceListEncodingTests
{
    private static readonly InterfaceStatus s_example = new(
        3,
        "epair0a",
        InterfaceType.Ethernet,
        InterfaceFlags.Up | InterfaceFlags.Broadcast | InterfaceFlags.Running | InterfaceFlags.Simplex | InterfaceFlags.Multicast,
        1500,
        LinkState.Up,
        PhysicalAddress.Parse("02-AA-BB-CC-DD-0A"),
        [
            new InterfaceAddress(IPAddress.Parse("172.24.0.1"), 16, IPAddress.Parse("172.24.255.255")),
            new InterfaceAddress(IPAddress.Parse("fe80::aa:bbff:fecc:dd0a%3"), 64, null),
        ],
        new InterfaceTraffic(1000, 2000, 10, 20));

    private static readonly Gen<InterfaceStatus> s_interfaces =
        from index in Gen.Choose(1, 0xFFFF)
        from name in Gen.Elements("lo0", "epair0a", "bridge0", "fifteen-bytes-n")
        from type in Gen.Elements(InterfaceType.Ethernet, InterfaceType.Loopback, InterfaceType.Bridge)
        from flags in Gen.Choose(0, 0xFFFFFF)
        from mtu in Gen.Choose(72, 65535)
        from link in Gen.Elements(LinkState.Unknown, LinkState.Down, LinkState.Up)
        from hardware in Gen.Elements(null, PhysicalAddress.Parse("020000000001"), PhysicalAddress.Parse("AABBCCDDEEFF"))
        from addresses in Gen.ListOf(Addresses())
        from counter in Gen.Choose(0, int.MaxValue)
        select new InterfaceStatus(
            index, name, type, (InterfaceFlags)flags, mtu, link, hardware, addresses,
            new InterfaceTraffic((ulong)counter, (ulong)counter + 1, (ulong)counter + 2, (ulong)counter + 3));

    [Fact]
    public void AnInterfaceAndItsAddressesHaveTheseBytes()
    {
        byte[] bytes = InterfaceListEncoding.Encode([s_example]);
        Assert.Equal(232 + 224 + 240, bytes.Length);
        string message = Convert.ToHexString(bytes.AsSpan(0, 232)).ToLowerInvariant();
        Assert.StartsWith("e800050e10000000438800000300" + "0000" + "b000" + "1800" + "00000000" + "06000000" + "02000000" + "dc050000", message, StringComparison.Ordinal);
        Assert.EndsWith("36120300060706" + "00" + "65706169723061" + "02aabbccdd0a" + new string('0', 2 * 35), message, StringComparison.Ordinal);
        Assert.Equal("e000050ca4000000", Convert.ToHexString(bytes.AsSpan(232, 8)).ToLowerInvariant());
        Assert.Equal(
            "10020000ffff0000000000000000000010020000ac180001000000000000000010020000ac18ffff0000000000000000",
            Convert.ToHexString(bytes.AsSpan(232 + 176, 48)).ToLowerInvariant());
    }

    [Fact]
    public void WhatIsWrittenIsReadAgain() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Gen.ListOf(s_interfaces).ToArbitrary(), static interfaces =>
        {
            IReadOnlyList<InterfaceStatus> read = InterfaceListEncoding.Decode(InterfaceListEncoding.Encode(interfaces));
            Assert.Equal(interfaces.Count, read.Count);
            foreach ((InterfaceStatus expected, InterfaceStatus actual) in interfaces.Zip(read))
            {
                Assert.Equal(expected.Addresses, actual.Addresses);
                Assert.Equal(expected with { Addresses = [] }, actual with { Addresses = [] });
            }
        }));

    [Fact]
    public void DamagedMessagesAreReadOrRefused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed => Damage.ReadOrRefuse(
            InterfaceListEncoding.Encode([s_example, s_example with { Index = 4 }]), seed, static bytes => InterfaceListEncoding.Decode(bytes))));

    [Fact]
    public void DamagedListsOfTheOldFormAreRead() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static bytes => InterfaceGetConfiguration.Read(bytes).Count >= 0));

    [Fact]
    public void AnAddressBeforeItsInterfaceIsRefused()
    {
        byte[] bytes = InterfaceListEncoding.Encode([s_example]);
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => InterfaceListEncoding.Decode(bytes.AsSpan(232)));
        Assert.Contains("interface 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AListOfTheOldFormIsRead()
    {
        byte[] lo0 = new byte[16 + 54];
        "lo0"u8.CopyTo(lo0);
        new byte[] { 54, 18, 1, 0 }.CopyTo(lo0, 16);
        byte[] ip4 = new byte[32];
        "lo0"u8.CopyTo(ip4);
        new byte[] { 16, 2, 0, 0, 127, 0, 0, 1 }.CopyTo(ip4, 16);
        byte[] ip6 = new byte[16 + 28];
        "lo0"u8.CopyTo(ip6);
        new byte[] { 28, 28 }.CopyTo(ip6, 16);
        ip6[16 + 23] = 1;
        Assert.Equal(
            [new ConfiguredAddress("lo0", null), new ConfiguredAddress("lo0", IPAddress.Loopback), new ConfiguredAddress("lo0", IPAddress.IPv6Loopback)],
            InterfaceGetConfiguration.Read([.. lo0, .. ip4, .. ip6]));
    }

    private static Gen<InterfaceAddress> Addresses() =>
        from address in Gen.Elements("10.0.0.1", "127.0.0.1", "fd00::1", "fe80::1%7").Select(IPAddress.Parse)
        from prefix in Gen.Choose(0, address.GetAddressBytes().Length * 8)
        from hasPeer in Gen.Elements(true, false)
        select new InterfaceAddress(address, prefix, hasPeer ? address : null);
}
