using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;

namespace Knast.Native.Tests.FreeBsd.PacketFilter;

/// <summary>Connections that the packet filter remembers, and its status, as the kernel tells them.</summary>
public sealed class PacketFilterStateEncodingTests
{
    private static readonly PacketFilterState s_example = new(
        0x0100000067000000,
        0x11223344,
        "all",
        "vtnet0",
        InternetFamily.IPv4,
        InternetProtocol.Tcp,
        PacketFilterDirection.Out,
        new PacketFilterStateKey(IPEndPoint.Parse("1.1.1.1:443"), IPEndPoint.Parse("10.0.2.15:50001")),
        new PacketFilterStateKey(IPEndPoint.Parse("1.1.1.1:443"), IPEndPoint.Parse("172.24.0.2:40000")),
        TimeSpan.FromSeconds(12),
        TimeSpan.FromSeconds(86400),
        new InterfaceTraffic(1, 2, 3, 4));

    [Fact]
    public void AStateHasTheseBytes()
    {
        byte[] bytes = Encode(s_example);
        Assert.Equal(384, bytes.Length);
        string text = Convert.ToHexString(bytes).ToLowerInvariant();
        Assert.Equal("1264340100000000" + "0000006700000001", text[..32]);
        Assert.Equal("01010101" + new string('0', 24) + "0a00020f" + new string('0', 24) + "01bbc351", text.Substring(2 * 48, 72));
        Assert.Equal("0000000c" + "00015180", text.Substring(2 * 212, 16));
        Assert.Equal("44332211", text.Substring(2 * 256, 8));
        Assert.Equal("020602", text.Substring(2 * 264, 6));
    }

    [Fact]
    public void WhatIsWrittenIsReadAgain()
    {
        Assert.Equal(s_example, PacketFilterStateEncoding.Decode(Encode(s_example)));
        PacketFilterState six = s_example with
        {
            Family = InternetFamily.IPv6,
            Wire = new PacketFilterStateKey(IPEndPoint.Parse("[fd00::1]:1"), IPEndPoint.Parse("[fd00::2]:2")),
            Stack = new PacketFilterStateKey(IPEndPoint.Parse("[fd00::1]:1"), IPEndPoint.Parse("[fd00::3]:3")),
        };
        Assert.Equal(six, PacketFilterStateEncoding.Decode(Encode(six)));
    }

    [Fact]
    public void AnAddressOnEitherSideIsTheStates()
    {
        Assert.True(s_example.Has(IPAddress.Parse("172.24.0.2")));
        Assert.True(s_example.Has(IPAddress.Parse("10.0.2.15")));
        Assert.False(s_example.Has(IPAddress.Parse("172.24.0.3")));
    }

    [Fact]
    public void DamagedStatesAreReadOrRefused() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
            Damage.ReadOrRefuse(Encode(s_example), seed, static bytes => PacketFilterStateEncoding.Decode(bytes))));

    [Fact]
    public void AStatusIsRead()
    {
        PacketFilterStatus status = PacketFilterStatus.Decode(new NameValueList
        {
            { "running", true },
            { "since", 1_700_000_000UL },
            { "hostid", 0x11223344UL },
            { "states", 3UL },
            { "counters", new NameValueList { { "counters", new ulong[] { 7, 8 } }, { "names", new[] { "match", "memory" } }, { "ids", new ulong[] { 0, 1 } } } },
            { "fcounters", new NameValueList { { "counters", new ulong[] { 9 } }, { "names", new[] { "searches" } }, { "ids", new ulong[] { 0 } } } },
        });
        Assert.Equal((true, 3L, 0x11223344U), (status.IsRunning, status.States, status.HostId));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), status.Since);
        Assert.Equal((7UL, 8UL, 9UL), (status.Reasons["match"], status.Reasons["memory"], status.StateOperations["searches"]));
        Assert.False(PacketFilterStatus.Decode([]).IsRunning);
    }

    private static byte[] Encode(PacketFilterState state)
    {
        byte[] bytes = new byte[PacketFilterStateEncoding.Length];
        PacketFilterStateEncoding.Encode(bytes, state);
        return bytes;
    }
}
