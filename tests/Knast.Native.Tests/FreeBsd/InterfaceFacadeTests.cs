using System.Net;
using System.Net.NetworkInformation;
using Knast.Native.FreeBsd;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Clones, names, addresses, bridges and vnets of interfaces, and what the kernel refuses.</summary>
public sealed class InterfaceFacadeTests : FreeBsdFacadeSuite
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AnEpairIsMadeRenamedAndDestroyedAsAWhole(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var pair = new InterfaceScope(kernel, socket, "epair");
        Assert.Matches("^epair[0-9]+a$", pair.Name);
        string other = pair.Other;
        InterfaceSetName.Invoke(kernel, socket, other, "knastinside");
        Assert.NotNull(InterfaceList.Find(kernel, "knastinside"));
        InterfaceSetName.Invoke(kernel, socket, "knastinside", "knastinside");
        AssertFails(ErrorCode.EEXIST, () => InterfaceSetName.Invoke(kernel, socket, pair.Name, "knastinside"));
        InterfaceSetName.Invoke(kernel, socket, pair.Name, "fifteencharsxxx");
        pair.Name = "fifteencharsxxx";
        Assert.Throws<ArgumentException>(() => InterfaceSetName.Invoke(kernel, socket, pair.Name, "sixteencharsxxxx"));
        InterfaceDestroy.Invoke(kernel, socket, "knastinside");
        Assert.Null(InterfaceList.Find(kernel, pair.Name));
        AssertFails(ErrorCode.ENXIO, () => InterfaceDestroy.Invoke(kernel, socket, pair.Name));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatCannotBeClonedIsRefused(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        AssertFails(ErrorCode.EINVAL, () => InterfaceCreate.Invoke(kernel, socket, "nosuchkind"));
        AssertFails(ErrorCode.EINVAL, () => InterfaceCreate.Invoke(kernel, socket, "epair7a"));
        using var bridge = new InterfaceScope(kernel, socket, "bridge7");
        Assert.Equal("bridge7", bridge.Name);
        AssertFails(ErrorCode.EEXIST, () => InterfaceCreate.Invoke(kernel, socket, "bridge7"));
        AssertFails(ErrorCode.EINVAL, () => InterfaceDestroy.Invoke(kernel, socket, "vtnet0"));
        NativeException error = Assert.Throws<NativeException>(() => InterfaceCreate.Invoke(kernel, socket, "bridge7"));
        Assert.Equal("ioctl", error.Call);
        Assert.Contains("bridge7", error.Subject, StringComparison.Ordinal);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheKindsAreListed(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        IReadOnlyList<string> kinds = InterfaceGetCloners.Invoke(kernel, socket);
        Assert.Empty(((string[])["epair", "bridge", "lo", "vlan", "tap"]).Except(kinds));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void FlagsAreChanged(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var pair = new InterfaceScope(kernel, socket, "epair");
        Assert.False(InterfaceGetFlags.Invoke(kernel, socket, pair.Name).HasFlag(InterfaceFlags.Up));
        InterfaceSetFlags.Change(kernel, socket, pair.Name, InterfaceFlags.Up);
        InterfaceFlags flags = InterfaceGetFlags.Invoke(kernel, socket, pair.Name);
        Assert.True(flags.HasFlag(InterfaceFlags.Up | InterfaceFlags.Broadcast | InterfaceFlags.Multicast));
        Assert.True(InterfaceList.Find(kernel, pair.Name)!.Flags.HasFlag(InterfaceFlags.Up));
        InterfaceSetFlags.Change(kernel, socket, pair.Name, InterfaceFlags.PermanentPromiscuous);
        Assert.True(InterfaceGetFlags.Invoke(kernel, socket, pair.Name).HasFlag(InterfaceFlags.PermanentPromiscuous));
        InterfaceSetFlags.Change(kernel, socket, pair.Name, InterfaceFlags.None, InterfaceFlags.Up | InterfaceFlags.PermanentPromiscuous);
        Assert.False(InterfaceGetFlags.Invoke(kernel, socket, pair.Name).HasFlag(InterfaceFlags.Up));
        AssertFails(ErrorCode.ENXIO, () => InterfaceGetFlags.Invoke(kernel, socket, "nosuch0"));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void MtuDescriptionGroupAndLinkAddressAreSet(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var pair = new InterfaceScope(kernel, socket, "epair");
        InterfaceSetMtu.Invoke(kernel, socket, pair.Name, 1400);
        Assert.Equal(1400, InterfaceGetMtu.Invoke(kernel, socket, pair.Name));
        AssertFails(ErrorCode.EINVAL, () => InterfaceSetMtu.Invoke(kernel, socket, pair.Name, 20));
        AssertFails(ErrorCode.EINVAL, () => InterfaceSetMtu.Invoke(kernel, socket, pair.Name, 70000));
        Assert.Equal("", InterfaceGetDescription.Invoke(kernel, socket, pair.Name));
        InterfaceSetDescription.Invoke(kernel, socket, pair.Name, "knast: web");
        Assert.Equal("knast: web", InterfaceGetDescription.Invoke(kernel, socket, pair.Name));
        string longest = new('d', 300);
        InterfaceSetDescription.Invoke(kernel, socket, pair.Name, longest);
        Assert.Equal(longest, InterfaceGetDescription.Invoke(kernel, socket, pair.Name));
        InterfaceSetDescription.Invoke(kernel, socket, pair.Name, "");
        Assert.Equal("", InterfaceGetDescription.Invoke(kernel, socket, pair.Name));
        InterfaceAddGroup.Invoke(kernel, socket, pair.Name, "knast");
        Assert.Equal(["all", "epair", "knast"], InterfaceGetGroups.Invoke(kernel, socket, pair.Name).Order());
        AssertFails(ErrorCode.EEXIST, () => InterfaceAddGroup.Invoke(kernel, socket, pair.Name, "knast"));
        AssertFails(ErrorCode.EINVAL, () => InterfaceAddGroup.Invoke(kernel, socket, pair.Name, "knast1"));
        InterfaceDeleteGroup.Invoke(kernel, socket, pair.Name, "knast");
        AssertFails(ErrorCode.ENOENT, () => InterfaceDeleteGroup.Invoke(kernel, socket, pair.Name, "knast"));
        PhysicalAddress address = PhysicalAddress.Parse("02-6B-6E-00-00-0A");
        InterfaceSetLinkAddress.Invoke(kernel, socket, pair.Name, address);
        Assert.Equal(address, InterfaceList.Find(kernel, pair.Name)!.LinkAddress);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AddressesAreGivenListedAndTaken(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using KernelDescriptor socket6 = InterfaceSocket.Invoke(kernel, InternetFamily.IPv6);
        using var bridge = new InterfaceScope(kernel, socket, "bridge");
        IPAddress address = IPAddress.Parse("10.88.0.1");
        IPAddress address6 = IPAddress.Parse("fd00:88::1");
        InterfaceAddAddress.Invoke(kernel, socket, bridge.Name, address, 24);
        InterfaceAddAddress.Invoke(kernel, socket, bridge.Name, address, 24);
        InterfaceAddAddress6.Invoke(kernel, socket6, bridge.Name, address6, 64);
        InterfaceStatus status = InterfaceList.Find(kernel, bridge.Name)!;
        Assert.Contains(new InterfaceAddress(address, 24, null), status.Addresses.Select(static a => a with { Peer = null }));
        Assert.Contains(status.Addresses, found => found.Address.Equals(address6) && found.PrefixLength == 64);
        Assert.Contains(new ConfiguredAddress(bridge.Name, address), InterfaceGetConfiguration.Invoke(kernel, socket));
        InterfaceDeleteAddress.Invoke(kernel, socket, bridge.Name, address);
        InterfaceDeleteAddress6.Invoke(kernel, socket6, bridge.Name, address6);
        AssertFails(ErrorCode.EADDRNOTAVAIL, () => InterfaceDeleteAddress.Invoke(kernel, socket, bridge.Name, address));
        AssertFails(ErrorCode.EADDRNOTAVAIL, () => InterfaceDeleteAddress6.Invoke(kernel, socket6, bridge.Name, address6));
        Assert.DoesNotContain(InterfaceList.Find(kernel, bridge.Name)!.Addresses, found => found.Address.Equals(address) || found.Address.Equals(address6));
        AssertFails(ErrorCode.ENXIO, () => InterfaceAddAddress.Invoke(kernel, socket, "nosuch0", address, 24));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void MembersOfABridgeComeAndGo(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var bridge = new InterfaceScope(kernel, socket, "bridge");
        using var pair = new InterfaceScope(kernel, socket, "epair");
        BridgeAdd.Invoke(kernel, socket, bridge.Name, pair.Name);
        Assert.Equal([pair.Name], BridgeGetMembers.Invoke(kernel, socket, bridge.Name).Select(static member => member.Name));
        AssertFails(ErrorCode.EEXIST, () => BridgeAdd.Invoke(kernel, socket, bridge.Name, pair.Name));
        AssertFails(ErrorCode.ENOENT, () => BridgeAdd.Invoke(kernel, socket, bridge.Name, "nosuch0"));
        AssertFails(ErrorCode.EINVAL, () => BridgeAdd.Invoke(kernel, socket, bridge.Name, "lo0"));

        // 15 lets only the bridge choose the MTU of its members.
        if (FreeBsdVersion.Is15(kernel.Target))
        {
            AssertFails(ErrorCode.EOPNOTSUPP, () => InterfaceSetMtu.Invoke(kernel, socket, pair.Name, 1400));
        }
        else
        {
            InterfaceSetMtu.Invoke(kernel, socket, pair.Name, 1400);
        }

        BridgeDelete.Invoke(kernel, socket, bridge.Name, pair.Name);
        Assert.Empty(BridgeGetMembers.Invoke(kernel, socket, bridge.Name));
        AssertFails(ErrorCode.ENOENT, () => BridgeDelete.Invoke(kernel, socket, bridge.Name, pair.Name));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ABridgeWithManyMembersIsListed(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var bridge = new InterfaceScope(kernel, socket, "bridge");
        var pairs = new List<InterfaceScope>();
        try
        {
            for (int count = 0; count < 20; count++)
            {
                pairs.Add(new InterfaceScope(kernel, socket, "epair"));
                BridgeAdd.Invoke(kernel, socket, bridge.Name, pairs[^1].Name);
            }

            Assert.Equal(
                pairs.Select(static pair => pair.Name).Order(),
                BridgeGetMembers.Invoke(kernel, socket, bridge.Name).Select(static member => member.Name).Order());
        }
        finally
        {
            pairs.ForEach(static pair => pair.Dispose());
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AVlanHasItsParentAndTag(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var pair = new InterfaceScope(kernel, socket, "epair");
        using (var vlan = new InterfaceScope(kernel, socket, "vlan", new VlanConfiguration(pair.Name, 12)))
        {
            Assert.Equal(new VlanConfiguration(pair.Name, 12), VlanGet.Invoke(kernel, socket, vlan.Name));
            AssertFails(ErrorCode.ENOENT, () => VlanSet.Invoke(kernel, socket, vlan.Name, new VlanConfiguration("nosuch0", 12)));
            AssertFails(ErrorCode.EBUSY, () => VlanSet.Invoke(kernel, socket, vlan.Name, new VlanConfiguration(pair.Other, 12)));
        }

        using var later = new InterfaceScope(kernel, socket, "vlan");
        VlanSet.Invoke(kernel, socket, later.Name, new VlanConfiguration(pair.Name, 13));
        Assert.Equal(13, VlanGet.Invoke(kernel, socket, later.Name).Tag);
        AssertFails(ErrorCode.EINVAL, () => VlanSet.Invoke(kernel, socket, later.Name, new VlanConfiguration(pair.Name, 4095)));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AnInterfaceIsConfiguredInsideAVnetFromOutside(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var jail = new JailScope(kernel, "vnet", JailParameter.System("vnet", JailSystem.New));
        using var pair = new InterfaceScope(kernel, socket, "epair");
        string inside = pair.Other;
        InterfaceSetVnet.Invoke(kernel, socket, inside, jail.Id);
        Assert.Null(InterfaceList.Find(kernel, inside));
        AssertFails(ErrorCode.ENXIO, () => InterfaceSetVnet.Invoke(kernel, socket, inside, jail.Id));
        AssertFails(ErrorCode.ENXIO, () => InterfaceSetVnet.Invoke(kernel, socket, pair.Name, 9999));
        using (KernelDescriptor there = VnetSocket.Open(kernel, jail.Id, InternetFamily.IPv4))
        {
            InterfaceSetName.Invoke(kernel, there, inside, "eth0");
            InterfaceAddAddress.Invoke(kernel, there, "eth0", IPAddress.Parse("10.88.0.2"), 24);
            InterfaceSetFlags.Change(kernel, there, "eth0", InterfaceFlags.Up);
            Assert.Contains(new ConfiguredAddress("eth0", IPAddress.Parse("10.88.0.2")), InterfaceGetConfiguration.Invoke(kernel, there));
            Assert.DoesNotContain(InterfaceGetConfiguration.Invoke(kernel, socket), static found => found.Interface == "eth0");
        }

        InterfaceReclaimVnet.Invoke(kernel, socket, "eth0", jail.Id);
        InterfaceStatus home = InterfaceList.Find(kernel, "eth0")!;
        Assert.DoesNotContain(home.Addresses, static address => address.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork);
        AssertFails(ErrorCode.ENXIO, () => InterfaceReclaimVnet.Invoke(kernel, socket, "eth0", jail.Id));
        AssertFails(ErrorCode.ENXIO, () => InterfaceReclaimVnet.Invoke(kernel, socket, "eth0", 9999));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void InterfacesComeHomeWithTheirNewNamesWhenAJailEnds(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var pair = new InterfaceScope(kernel, socket, "epair");
        var jail = new JailScope(kernel, "vnet", JailParameter.System("vnet", JailSystem.New));
        InterfaceSetVnet.Invoke(kernel, socket, pair.Other, jail.Id);
        using (KernelDescriptor there = VnetSocket.Open(kernel, jail.Id, InternetFamily.IPv4))
        {
            InterfaceSetName.Invoke(kernel, there, pair.Other, "eth0");
            jail.Dispose();
            Assert.Null(InterfaceList.Find(kernel, "eth0"));
        }

        jail.WaitUntilGone();
        Assert.True(SpinWait.SpinUntil(() => InterfaceList.Find(kernel, "eth0") is not null, TimeSpan.FromSeconds(20)));
        Assert.False(InterfaceList.Find(kernel, "eth0")!.Flags.HasFlag(InterfaceFlags.Up));
    }

    private static void AssertFails(ErrorCode code, Action action) => Assert.Equal(code, Assert.Throws<NativeException>(action).Code);
}
