using System.Net;
using Knast.Native.FreeBsd;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Interfaces;

/// <summary>Bridges and their members.</summary>
public sealed class BridgeFacadeTests : FreeBsdFacadeSuite
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void MembersJoinAndLeave(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var bridge = new InterfaceScope(kernel, socket, "bridge");
        Assert.Empty(BridgeGetMembers.Invoke(kernel, socket, bridge.Name));
        using var first = new InterfaceScope(kernel, socket, "epair");
        using var second = new InterfaceScope(kernel, socket, "epair");
        BridgeAdd.Invoke(kernel, socket, bridge.Name, first.Name);
        BridgeAdd.Invoke(kernel, socket, bridge.Name, second.Name);

        // The newest comes first.
        Assert.Equal(
            [
                new BridgeMember(second.Name, BridgeMemberFlags.Learning | BridgeMemberFlags.Discover),
                new BridgeMember(first.Name, BridgeMemberFlags.Learning | BridgeMemberFlags.Discover),
            ],
            BridgeGetMembers.Invoke(kernel, socket, bridge.Name).Select(static member => member with { Flags = member.Flags & (BridgeMemberFlags)7 }));
        Assert.True(InterfaceGetFlags.Invoke(kernel, socket, first.Name).HasFlag(InterfaceFlags.Promiscuous));
        BridgeDelete.Invoke(kernel, socket, bridge.Name, first.Name);
        Assert.Equal([second.Name], BridgeGetMembers.Invoke(kernel, socket, bridge.Name).Select(static member => member.Name));
        Assert.False(InterfaceGetFlags.Invoke(kernel, socket, first.Name).HasFlag(InterfaceFlags.Promiscuous));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AMemberThatIsDestroyedLeaves(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var bridge = new InterfaceScope(kernel, socket, "bridge");
        using (var pair = new InterfaceScope(kernel, socket, "epair"))
        {
            BridgeAdd.Invoke(kernel, socket, bridge.Name, pair.Name);
            Assert.Single(BridgeGetMembers.Invoke(kernel, socket, bridge.Name));
        }

        Assert.Empty(BridgeGetMembers.Invoke(kernel, socket, bridge.Name));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatCannotBeAMemberIsRefused(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var bridge = new InterfaceScope(kernel, socket, "bridge");
        using var other = new InterfaceScope(kernel, socket, "bridge");
        using var pair = new InterfaceScope(kernel, socket, "epair");
        BridgeAdd.Invoke(kernel, socket, bridge.Name, pair.Name);
        AssertRefused(ErrorCode.EEXIST, $"BRDGADD {bridge.Name} {pair.Name}", () => BridgeAdd.Invoke(kernel, socket, bridge.Name, pair.Name));
        AssertRefused(ErrorCode.EBUSY, $"BRDGADD {other.Name} {pair.Name}", () => BridgeAdd.Invoke(kernel, socket, other.Name, pair.Name));
        AssertRefused(ErrorCode.ENOENT, $"BRDGADD {bridge.Name} gone0", () => BridgeAdd.Invoke(kernel, socket, bridge.Name, "gone0"));
        AssertRefused(ErrorCode.EINVAL, $"BRDGADD {bridge.Name} lo0", () => BridgeAdd.Invoke(kernel, socket, bridge.Name, "lo0"));
        AssertRefused(ErrorCode.ENOENT, $"BRDGDEL {bridge.Name} {pair.Other}", () => BridgeDelete.Invoke(kernel, socket, bridge.Name, pair.Other));
        AssertRefused(ErrorCode.ENXIO, "BRDGADD gone0 lo0", () => BridgeAdd.Invoke(kernel, socket, "gone0", "lo0"));
        AssertRefused(ErrorCode.ENXIO, "BRDGGIFS gone0", () => BridgeGetMembers.Invoke(kernel, socket, "gone0"));
        AssertRefused(ErrorCode.EINVAL, $"BRDGGIFS {pair.Other}", () => BridgeGetMembers.Invoke(kernel, socket, pair.Other));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheFirstMemberGivesTheLargestPacketAndTheNextMustMatchOnThirteen(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var bridge = new InterfaceScope(kernel, socket, "bridge");
        using var first = new InterfaceScope(kernel, socket, "epair");
        using var second = new InterfaceScope(kernel, socket, "epair");
        InterfaceSetMtu.Invoke(kernel, socket, first.Name, 1400);
        BridgeAdd.Invoke(kernel, socket, bridge.Name, first.Name);
        Assert.Equal(1400, InterfaceGetMtu.Invoke(kernel, socket, bridge.Name));
        if (FreeBsdVersion.Is15(kernel.Target))
        {
            BridgeAdd.Invoke(kernel, socket, bridge.Name, second.Name);
            Assert.Equal(1400, InterfaceGetMtu.Invoke(kernel, socket, second.Name));
            return;
        }

        AssertRefused(ErrorCode.EINVAL, $"BRDGADD {bridge.Name} {second.Name}", () => BridgeAdd.Invoke(kernel, socket, bridge.Name, second.Name));
        InterfaceSetMtu.Invoke(kernel, socket, second.Name, 1400);
        BridgeAdd.Invoke(kernel, socket, bridge.Name, second.Name);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheBridgeItselfHasTheAddress(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var bridge = new InterfaceScope(kernel, socket, "bridge");
        InterfaceSetName.Invoke(kernel, socket, bridge.Name, "knast7");
        bridge.Name = "knast7";
        InterfaceAddAddress.Invoke(kernel, socket, "knast7", IPAddress.Parse("172.24.7.1"), 24);
        InterfaceSetFlags.Change(kernel, socket, "knast7", InterfaceFlags.Up);
        InterfaceStatus status = InterfaceList.Find(kernel, "knast7")!;
        Assert.Equal("172.24.7.1", Assert.Single(status.Addresses).Address.ToString());
        Assert.True(status.Flags.HasFlag(InterfaceFlags.Up | InterfaceFlags.Running));
    }

    private static void AssertRefused(ErrorCode code, string subject, Action act)
    {
        NativeException error = Assert.Throws<NativeException>(act);
        Assert.Equal((code, "ioctl", subject), (error.Code, error.Call, error.Subject));
    }
}
