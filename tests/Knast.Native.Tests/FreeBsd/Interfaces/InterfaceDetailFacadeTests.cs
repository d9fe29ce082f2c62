using System.Net;
using System.Net.NetworkInformation;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Interfaces;

/// <summary>What interfaces are like once made, and which errors name what they are about.</summary>
public sealed class InterfaceDetailFacadeTests : FreeBsdFacadeSuite
{
    private static readonly IPAddress s_address = IPAddress.Parse("172.24.7.1");
    private static readonly IPAddress s_address6 = IPAddress.Parse("fd00:7::1");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AnEpairIsAPair(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using (var pair = new InterfaceScope(kernel, socket, "epair7"))
        {
            Assert.Equal("epair7a", pair.Name);
            InterfaceStatus a = InterfaceList.Find(kernel, "epair7a")!;
            InterfaceStatus b = InterfaceList.Find(kernel, "epair7b")!;
            Assert.Equal((InterfaceType.Ethernet, 1500), (a.Type, a.Mtu));
            Assert.Equal(
                InterfaceFlags.Broadcast | InterfaceFlags.Simplex | InterfaceFlags.Multicast,
                a.Flags & (InterfaceFlags.Broadcast | InterfaceFlags.Simplex | InterfaceFlags.Multicast | InterfaceFlags.Up));
            Assert.Equal(2, a.LinkAddress!.GetAddressBytes()[0] & 3);
            Assert.NotEqual(a.LinkAddress, b.LinkAddress);
            Assert.Empty(a.Addresses);
            AssertRefused(ErrorCode.EEXIST, "SIOCIFCREATE2 epair7", () => InterfaceCreate.Invoke(kernel, socket, "epair7"));
            string longest = new('d', 1023);
            InterfaceSetDescription.Invoke(kernel, socket, pair.Name, longest);
            Assert.Equal(longest, InterfaceGetDescription.Invoke(kernel, socket, pair.Name));
            AssertRefused(ErrorCode.ENAMETOOLONG, "SIOCSIFDESCR epair7a", () => InterfaceSetDescription.Invoke(kernel, socket, pair.Name, longest + "d"));
        }

        Assert.Null(InterfaceList.Find(kernel, "epair7a"));
        Assert.Null(InterfaceList.Find(kernel, "epair7b"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void EveryKindIsMadeAndTheKernelNumbersIt(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        Assert.Superset(new HashSet<string> { "epair", "bridge", "lo", "vlan", "tap" }, InterfaceGetCloners.Invoke(kernel, socket).ToHashSet());
        foreach ((string kind, InterfaceType type) in ((string, InterfaceType)[])
            [("bridge", InterfaceType.Bridge), ("lo", InterfaceType.Loopback), ("tap", InterfaceType.Ethernet), ("vlan", InterfaceType.Vlan)])
        {
            using var made = new InterfaceScope(kernel, socket, kind);
            Assert.Matches($"^{kind}[0-9]+$", made.Name);
            Assert.Equal(type, InterfaceList.Find(kernel, made.Name)!.Type);
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatIsNotThereOrCannotBeIsRefused(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        AssertRefused(ErrorCode.EINVAL, "SIOCIFCREATE2 nosuch", () => InterfaceCreate.Invoke(kernel, socket, "nosuch"));
        AssertRefused(ErrorCode.EINVAL, "SIOCIFCREATE2 epair7a", () => InterfaceCreate.Invoke(kernel, socket, "epair7a"));
        AssertRefused(ErrorCode.ENXIO, "SIOCIFDESTROY gone0", () => InterfaceDestroy.Invoke(kernel, socket, "gone0"));
        AssertRefused(ErrorCode.EINVAL, "SIOCIFDESTROY lo0", () => InterfaceDestroy.Invoke(kernel, socket, "lo0"));
        AssertRefused(ErrorCode.ENXIO, "SIOCGIFFLAGS gone0", () => InterfaceGetFlags.Invoke(kernel, socket, "gone0"));
        AssertRefused(ErrorCode.ENXIO, "SIOCSIFFLAGS gone0 0x1", () => InterfaceSetFlags.Invoke(kernel, socket, "gone0", InterfaceFlags.Up));
        AssertRefused(ErrorCode.ENXIO, "SIOCGIFMTU gone0", () => InterfaceGetMtu.Invoke(kernel, socket, "gone0"));
        AssertRefused(ErrorCode.ENXIO, "SIOCSIFMTU gone0 1400", () => InterfaceSetMtu.Invoke(kernel, socket, "gone0", 1400));
        AssertRefused(ErrorCode.ENXIO, "SIOCSIFNAME gone0 eth0", () => InterfaceSetName.Invoke(kernel, socket, "gone0", "eth0"));
        AssertRefused(ErrorCode.ENXIO, "SIOCGIFDESCR gone0", () => InterfaceGetDescription.Invoke(kernel, socket, "gone0"));
        AssertRefused(ErrorCode.ENXIO, "SIOCGIFGROUP gone0", () => InterfaceGetGroups.Invoke(kernel, socket, "gone0"));
        AssertRefused(ErrorCode.ENXIO, "SIOCAIFADDR gone0 172.24.7.1/24", () => InterfaceAddAddress.Invoke(kernel, socket, "gone0", s_address, 24));
        AssertRefused(ErrorCode.EADDRNOTAVAIL, "SIOCDIFADDR lo0 172.24.7.1", () => InterfaceDeleteAddress.Invoke(kernel, socket, "lo0", s_address));
        Assert.Null(InterfaceList.Find(kernel, "gone0"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void FlagsAreChangedOneByOne(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var made = new InterfaceScope(kernel, socket, "epair");
        InterfaceFlags before = InterfaceGetFlags.Invoke(kernel, socket, made.Name);
        InterfaceSetFlags.Change(kernel, socket, made.Name, InterfaceFlags.Up | InterfaceFlags.Monitor);
        InterfaceFlags during = InterfaceGetFlags.Invoke(kernel, socket, made.Name);
        Assert.Equal(before | InterfaceFlags.Up | InterfaceFlags.Monitor, during & ~(InterfaceFlags.Running | InterfaceFlags.OutputActive) | (before & InterfaceFlags.Running));
        Assert.Equal(during, InterfaceList.Find(kernel, made.Name)!.Flags);
        InterfaceSetFlags.Change(kernel, socket, made.Name, InterfaceFlags.None, InterfaceFlags.Up);
        Assert.Equal(InterfaceFlags.Monitor, InterfaceGetFlags.Invoke(kernel, socket, made.Name) & (InterfaceFlags.Monitor | InterfaceFlags.Up));

        // Flags that belong to the driver stay, whatever is given.
        InterfaceSetFlags.Invoke(kernel, socket, made.Name, InterfaceFlags.None);
        Assert.True(InterfaceGetFlags.Invoke(kernel, socket, made.Name).HasFlag(InterfaceFlags.Broadcast | InterfaceFlags.Multicast));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheLargestPacketIsSetWithinBounds(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var made = new InterfaceScope(kernel, socket, "epair");
        InterfaceSetMtu.Invoke(kernel, socket, made.Name, 1400);
        Assert.Equal(1400, InterfaceGetMtu.Invoke(kernel, socket, made.Name));
        Assert.Equal(1400, InterfaceList.Find(kernel, made.Name)!.Mtu);
        AssertRefused(ErrorCode.EINVAL, $"SIOCSIFMTU {made.Name} 71", () => InterfaceSetMtu.Invoke(kernel, socket, made.Name, 71));
        AssertRefused(ErrorCode.EINVAL, $"SIOCSIFMTU {made.Name} 65536", () => InterfaceSetMtu.Invoke(kernel, socket, made.Name, 65536));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ALinkAddressIsGiven(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var made = new InterfaceScope(kernel, socket, "epair");
        PhysicalAddress address = PhysicalAddress.Parse("02-00-5E-10-20-30");
        InterfaceSetLinkAddress.Invoke(kernel, socket, made.Name, address);
        Assert.Equal(address, InterfaceList.Find(kernel, made.Name)!.LinkAddress);
        AssertRefused(
            ErrorCode.EINVAL, $"SIOCSIFLLADDR {made.Name} 02005e1020",
            () => InterfaceSetLinkAddress.Invoke(kernel, socket, made.Name, PhysicalAddress.Parse("02-00-5E-10-20")));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AddressesComeAndGo(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using KernelDescriptor socket6 = InterfaceSocket.Invoke(kernel, InternetFamily.IPv6);
        using var made = new InterfaceScope(kernel, socket, "epair");
        InterfaceAddAddress.Invoke(kernel, socket, made.Name, s_address, 24);
        InterfaceAddAddress.Invoke(kernel, socket, made.Name, IPAddress.Parse("172.24.7.2"), 32, IPAddress.Parse("172.24.7.2"));
        InterfaceAddAddress6.Invoke(kernel, socket6, made.Name, s_address6, 64, Address6Flags.NoDuplicateDetection);
        Assert.Equal(
            [
                new InterfaceAddress(s_address, 24, IPAddress.Parse("172.24.7.255")),
                new InterfaceAddress(IPAddress.Parse("172.24.7.2"), 32, IPAddress.Parse("172.24.7.2")),
                new InterfaceAddress(s_address6, 64, null),
            ],
            InterfaceList.Find(kernel, made.Name)!.Addresses.Where(static address => !address.Address.IsIPv6LinkLocal));
        Assert.Contains(new ConfiguredAddress(made.Name, s_address6), InterfaceGetConfiguration.Invoke(kernel, socket));

        // The same address again is no error.
        InterfaceAddAddress.Invoke(kernel, socket, made.Name, s_address, 24);
        InterfaceAddAddress6.Invoke(kernel, socket6, made.Name, s_address6, 64, Address6Flags.NoDuplicateDetection);
        AssertRefused(
            ErrorCode.EINVAL, $"SIOCAIFADDR_IN6 {made.Name} fd00:7::1/80",
            () => InterfaceAddAddress6.Invoke(kernel, socket6, made.Name, s_address6, 80));
        InterfaceDeleteAddress.Invoke(kernel, socket, made.Name, s_address);
        InterfaceDeleteAddress6.Invoke(kernel, socket6, made.Name, s_address6);
        Assert.Equal(
            ["172.24.7.2"],
            InterfaceList.Find(kernel, made.Name)!.Addresses.Where(static address => !address.Address.IsIPv6LinkLocal).Select(static address => address.Address.ToString()));
        AssertRefused(
            ErrorCode.EADDRNOTAVAIL, $"SIOCDIFADDR_IN6 {made.Name} fd00:7::1",
            () => InterfaceDeleteAddress6.Invoke(kernel, socket6, made.Name, s_address6));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void CapabilitiesAreReadAndSet(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var made = new InterfaceScope(kernel, socket, "lo");
        (InterfaceCapabilities available, InterfaceCapabilities enabled) = InterfaceGetCapabilities.Invoke(kernel, socket, made.Name);
        Assert.True(available.HasFlag(InterfaceCapabilities.ReceiveChecksum | InterfaceCapabilities.SendChecksum));
        InterfaceSetCapabilities.Invoke(kernel, socket, made.Name, enabled & ~InterfaceCapabilities.SendChecksum);
        Assert.False(InterfaceGetCapabilities.Invoke(kernel, socket, made.Name).Enabled.HasFlag(InterfaceCapabilities.SendChecksum));
        AssertRefused(
            ErrorCode.EINVAL, $"SIOCSIFCAP {made.Name} 0x40",
            () => InterfaceSetCapabilities.Invoke(kernel, socket, made.Name, InterfaceCapabilities.Polling));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AVlanStandsOnItsParent(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var parent = new InterfaceScope(kernel, socket, "epair");
        var configuration = new VlanConfiguration(parent.Name, 100);
        using var vlan = new InterfaceScope(kernel, socket, "vlan", configuration);
        Assert.Equal(configuration, VlanGet.Invoke(kernel, socket, vlan.Name));
        VlanSet.Invoke(kernel, socket, vlan.Name, new VlanConfiguration("", 0));
        Assert.Equal(new VlanConfiguration("", 0), VlanGet.Invoke(kernel, socket, vlan.Name));
        VlanSet.Invoke(kernel, socket, vlan.Name, configuration with { Tag = 200 });
        Assert.Equal(200, VlanGet.Invoke(kernel, socket, vlan.Name).Tag);
        using var other = new InterfaceScope(kernel, socket, "vlan");
        AssertRefused(
            ErrorCode.EEXIST, $"SIOCSETVLAN {other.Name} {parent.Name} tag 200",
            () => VlanSet.Invoke(kernel, socket, other.Name, configuration with { Tag = 200 }));
        AssertRefused(
            ErrorCode.EINVAL, $"SIOCSETVLAN {other.Name} {parent.Name} tag 4095",
            () => VlanSet.Invoke(kernel, socket, other.Name, configuration with { Tag = 4095 }));
        AssertRefused(
            ErrorCode.ENOENT, $"SIOCSETVLAN {other.Name} gone0 tag 1", () => VlanSet.Invoke(kernel, socket, other.Name, new VlanConfiguration("gone0", 1)));
        AssertRefused(
            ErrorCode.ENXIO, "SIOCIFCREATE2 vlan", () => InterfaceCreate.Invoke(kernel, socket, "vlan", new VlanConfiguration("gone0", 1)));
    }

    private static void AssertRefused(ErrorCode code, string subject, Action act)
    {
        NativeException error = Assert.Throws<NativeException>(act);
        Assert.Equal((code, "ioctl", subject), (error.Code, error.Call, error.Subject));
    }
}
