using System.Net;
using System.Net.NetworkInformation;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Interfaces;

/// <summary>The bytes of each request about an interface, as the kernel's structures want them.</summary>
public sealed class InterfaceCallTests
{
    private static readonly KernelTarget s_target = FreeBsdTargets.V13Amd64;
    private static readonly IPAddress s_address6 = IPAddress.Parse("fd00::2");

    public static TheoryData<string, string> Calls => new()
    {
        { nameof(InterfaceSocket), "socket(2, 0x10000002, 0)" },
        { nameof(InterfaceCreate), "ioctl(3, 0xc020697c, b0)\nb0 inout 32 0:6570616972" },
        {
            "InterfaceCreate of a vlan",
            "ioctl(3, 0xc020697c, b0)\nb0 inout 32 0:766c616e\nb1 in 20 0:76746e657430 16:64000081\nb0+16 -> b1"
        },
        { nameof(InterfaceDestroy), "ioctl(3, 0x80206979, b0)\nb0 in 32 0:65706169723061" },
        {
            nameof(InterfaceSetName),
            "ioctl(3, 0x80206928, b0)\nb0 in 32 0:65706169723061\nb1 in 16 0:65746830\nb0+16 -> b1"
        },
        { nameof(InterfaceGetFlags), "ioctl(3, 0xc0206911, b0)\nb0 inout 32 0:6c6f30" },
        { nameof(InterfaceSetFlags), "ioctl(3, 0x80206910, b0)\nb0 in 32 0:6c6f30 16:090002" },
        { nameof(InterfaceGetMtu), "ioctl(3, 0xc0206933, b0)\nb0 inout 32 0:6c6f30" },
        { nameof(InterfaceSetMtu), "ioctl(3, 0x80206934, b0)\nb0 in 32 0:6c6f30 16:dc05" },
        {
            nameof(InterfaceGetDescription),
            "ioctl(3, 0xc020692a, b0)\nb0 inout 32 0:6c6f30 16:40\nb1 out 64\nb0+24 -> b1"
        },
        {
            nameof(InterfaceSetDescription),
            "ioctl(3, 0x80206929, b0)\nb0 in 32 0:6c6f30 16:06\nb1 in 6 0:6b6e617374\nb0+24 -> b1"
        },
        { "InterfaceSetDescription to nothing", "ioctl(3, 0x80206929, b0)\nb0 in 32 0:6c6f30" },
        { nameof(InterfaceAddGroup), "ioctl(3, 0x80286987, b0)\nb0 in 40 0:6c6f30 24:6b6e617374" },
        { nameof(InterfaceDeleteGroup), "ioctl(3, 0x80286989, b0)\nb0 in 40 0:6c6f30 24:6b6e617374" },
        { nameof(InterfaceGetGroups), "ioctl(3, 0xc0286988, b0)\nb0 inout 40 0:6c6f30 16:20\nb1 out 32\nb0+24 -> b1" },
        { nameof(InterfaceSetLinkAddress), "ioctl(3, 0x8020693c, b0)\nb0 in 32 0:65746830 16:061202aabbccddee" },
        {
            nameof(InterfaceAddAddress),
            "ioctl(3, 0x8044692b, b0)\nb0 in 68 0:65746830 16:10020000ac180002 32:10020000ac18ffff 48:10020000ffff"
        },
        { nameof(InterfaceDeleteAddress), "ioctl(3, 0x80206919, b0)\nb0 in 32 0:65746830 16:10020000ac180002" },
        {
            nameof(InterfaceAddAddress6),
            "ioctl(3, 0x8088691b, b0)\nb0 in 136 0:65746830 16:1c1c000000000000fd 39:02 72:1c1c000000000000ffffffffffffffff 100:20 120:ffffffffffffffff"
        },
        { nameof(InterfaceDeleteAddress6), "ioctl(3, 0x81206919, b0)\nb0 in 288 0:65746830 16:1c1c000000000000fd 39:02" },
        { nameof(InterfaceSetVnet), "ioctl(3, 0xc020695a, b0)\nb0 inout 32 0:65746830 16:07" },
        { nameof(InterfaceReclaimVnet), "ioctl(3, 0xc020695b, b0)\nb0 inout 32 0:65746830 16:07" },
        { nameof(InterfaceGetCapabilities), "ioctl(3, 0xc020691f, b0)\nb0 inout 32 0:65746830" },
        { nameof(InterfaceSetCapabilities), "ioctl(3, 0x8020691e, b0)\nb0 in 32 0:65746830 16:03" },
        { nameof(InterfaceGetCloners), "ioctl(3, 0xc0106978, b0)\nb0 inout 16 4:02\nb1 out 32\nb0+8 -> b1" },
        { nameof(InterfaceGetConfiguration), "ioctl(3, 0xc0106924, b0)\nb0 inout 16 0:80\nb1 out 128\nb0+8 -> b1" },
        { nameof(VlanSet), "ioctl(3, 0x80206939, b0)\nb0 in 32 0:766c616e30\nb1 in 20 0:76746e657430 16:64000081\nb0+16 -> b1" },
        { nameof(VlanGet), "ioctl(3, 0xc020693a, b0)\nb0 inout 32 0:766c616e30\nb1 out 20\nb0+16 -> b1" },
        {
            nameof(BridgeAdd),
            "ioctl(3, 0x8028697b, b0)\nb0 in 40 0:62726964676530 24:50\nb1 in 80 0:65706169723061\nb0+32 -> b1"
        },
        {
            nameof(BridgeDelete),
            "ioctl(3, 0x8028697b, b0)\nb0 in 40 0:62726964676530 16:010000000000000050\nb1 in 80 0:65706169723061\nb0+32 -> b1"
        },
        {
            nameof(BridgeGetMembers),
            "ioctl(3, 0xc028697b, b0)\nb0 inout 40 0:62726964676530 16:060000000000000010\nb1 inout 16 0:a0\nb2 out 160\nb0+32 -> b1\nb1+8 -> b2"
        },
        { nameof(InterfaceList), "__sysctl(b0, 6, b1, b2, 0, 0)\nb0 in 24 0:0400000011 16:05\nb1 out 16\nb2 inout 8 0:10" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void ACallHasTheseBytes(string name, string expected)
    {
        using SystemCall call = Compose(name);
        Assert.Equal(expected, CallText.Describe(call));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sixteen-bytes-no")]
    [InlineData("eth0\0eth1")]
    public void ANameThatCannotBeIsRefused(string name)
    {
        Assert.ThrowsAny<ArgumentException>(() => InterfaceCreate.Compose(s_target, 3, name));
        Assert.ThrowsAny<ArgumentException>(() => InterfaceSetName.Compose(s_target, 3, "eth0", name));
        Assert.ThrowsAny<ArgumentException>(() => BridgeAdd.Compose(s_target, 3, "bridge0", name));
        Assert.ThrowsAny<ArgumentException>(() => InterfaceAddGroup.Compose(s_target, 3, "eth0", name));
    }

    [Fact]
    public void FifteenBytesAreAName()
    {
        using SystemCall call = InterfaceGetFlags.Compose(s_target, 3, "fifteen-bytes-n");
        Assert.Equal("ioctl(3, 0xc0206911, b0)\nb0 inout 32 0:6669667465656e2d62797465732d6e", CallText.Describe(call));
    }

    [Fact]
    public void AnAddressOfTheOtherFamilyIsRefused()
    {
        Assert.Contains("takes IPv6", Assert.Throws<ArgumentException>(
            () => InterfaceAddAddress.Compose(s_target, 3, "eth0", s_address6, 24)).Message, StringComparison.Ordinal);
        Assert.Contains("takes IPv4", Assert.Throws<ArgumentException>(
            () => InterfaceAddAddress6.Compose(s_target, 3, "eth0", IPAddress.Loopback, 24)).Message, StringComparison.Ordinal);
        Assert.Contains("takes IPv6", Assert.Throws<ArgumentException>(
            () => InterfaceDeleteAddress.Compose(s_target, 3, "eth0", s_address6)).Message, StringComparison.Ordinal);
        Assert.Contains("takes IPv4", Assert.Throws<ArgumentException>(
            () => InterfaceDeleteAddress6.Compose(s_target, 3, "eth0", IPAddress.Loopback)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => InterfaceAddAddress.Compose(s_target, 3, "eth0", IPAddress.Loopback, 33));
        Assert.Throws<ArgumentOutOfRangeException>(() => InterfaceAddAddress6.Compose(s_target, 3, "eth0", s_address6, 129));
    }

    [Fact]
    public void AJailFromARegisterIsPatchedIntoTheRequest()
    {
        using SystemCall call = InterfaceSetVnet.Compose(s_target, 3, "eth0", Operand.Register(5));
        Assert.Equal(new RegisterPatch(5, new BlockReference(0), 16, 4), Assert.Single(call.Patches.ToArray()));
    }

    private static SystemCall Compose(string name) => name switch
    {
        nameof(InterfaceSocket) => InterfaceSocket.Compose(s_target, InternetFamily.IPv4),
        nameof(InterfaceCreate) => InterfaceCreate.Compose(s_target, 3, "epair"),
        "InterfaceCreate of a vlan" => InterfaceCreate.Compose(s_target, 3, "vlan", new VlanConfiguration("vtnet0", 100)),
        nameof(InterfaceDestroy) => InterfaceDestroy.Compose(s_target, 3, "epair0a"),
        nameof(InterfaceSetName) => InterfaceSetName.Compose(s_target, 3, "epair0a", "eth0"),
        nameof(InterfaceGetFlags) => InterfaceGetFlags.Compose(s_target, 3, "lo0"),
        nameof(InterfaceSetFlags) => InterfaceSetFlags.Compose(
            s_target, 3, "lo0", InterfaceFlags.Up | InterfaceFlags.Loopback | InterfaceFlags.PermanentPromiscuous),
        nameof(InterfaceGetMtu) => InterfaceGetMtu.Compose(s_target, 3, "lo0"),
        nameof(InterfaceSetMtu) => InterfaceSetMtu.Compose(s_target, 3, "lo0", 1500),
        nameof(InterfaceGetDescription) => InterfaceGetDescription.Compose(s_target, 3, "lo0", 64),
        nameof(InterfaceSetDescription) => InterfaceSetDescription.Compose(s_target, 3, "lo0", "knast"),
        "InterfaceSetDescription to nothing" => InterfaceSetDescription.Compose(s_target, 3, "lo0", ""),
        nameof(InterfaceAddGroup) => InterfaceAddGroup.Compose(s_target, 3, "lo0", "knast"),
        nameof(InterfaceDeleteGroup) => InterfaceDeleteGroup.Compose(s_target, 3, "lo0", "knast"),
        nameof(InterfaceGetGroups) => InterfaceGetGroups.Compose(s_target, 3, "lo0", 32),
        nameof(InterfaceSetLinkAddress) => InterfaceSetLinkAddress.Compose(s_target, 3, "eth0", PhysicalAddress.Parse("02-AA-BB-CC-DD-EE")),
        nameof(InterfaceAddAddress) => InterfaceAddAddress.Compose(
            s_target, 3, "eth0", IPAddress.Parse("172.24.0.2"), 16, IPAddress.Parse("172.24.255.255")),
        nameof(InterfaceDeleteAddress) => InterfaceDeleteAddress.Compose(s_target, 3, "eth0", IPAddress.Parse("172.24.0.2")),
        nameof(InterfaceAddAddress6) => InterfaceAddAddress6.Compose(s_target, 3, "eth0", s_address6, 64, Address6Flags.NoDuplicateDetection),
        nameof(InterfaceDeleteAddress6) => InterfaceDeleteAddress6.Compose(s_target, 3, "eth0", s_address6),
        nameof(InterfaceSetVnet) => InterfaceSetVnet.Compose(s_target, 3, "eth0", 7),
        nameof(InterfaceReclaimVnet) => InterfaceReclaimVnet.Compose(s_target, 3, "eth0", 7),
        nameof(InterfaceGetCapabilities) => InterfaceGetCapabilities.Compose(s_target, 3, "eth0"),
        nameof(InterfaceSetCapabilities) => InterfaceSetCapabilities.Compose(
            s_target, 3, "eth0", InterfaceCapabilities.ReceiveChecksum | InterfaceCapabilities.SendChecksum),
        nameof(InterfaceGetCloners) => InterfaceGetCloners.Compose(s_target, 3, 2),
        nameof(InterfaceGetConfiguration) => InterfaceGetConfiguration.Compose(s_target, 3, 128),
        nameof(VlanSet) => VlanSet.Compose(s_target, 3, "vlan0", new VlanConfiguration("vtnet0", 100)),
        nameof(VlanGet) => VlanGet.Compose(s_target, 3, "vlan0"),
        nameof(BridgeAdd) => BridgeAdd.Compose(s_target, 3, "bridge0", "epair0a"),
        nameof(BridgeDelete) => BridgeDelete.Compose(s_target, 3, "bridge0", "epair0a"),
        nameof(BridgeGetMembers) => BridgeGetMembers.Compose(s_target, 3, "bridge0", 160),
        nameof(InterfaceList) => InterfaceList.Compose(s_target, 16),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name),
    };
}
