using System.Net;
using System.Net.NetworkInformation;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Interfaces;

/// <summary>Interfaces in the network stack of a jail, configured from outside through sockets from inside.</summary>
public sealed class VnetFacadeTests : FreeBsdFacadeSuite
{
    private static readonly JailParameter s_vnet = JailParameter.System("vnet", JailSystem.New);
    private static readonly IPAddress s_inside = IPAddress.Parse("172.24.7.2");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AnInterfaceMovesInIsConfiguredAndComesBack(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor outside = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var jail = new JailScope(kernel, "vnet", s_vnet);
        using KernelDescriptor inside = VnetSocket.Open(kernel, jail.Id, InternetFamily.IPv4);
        using var pair = new InterfaceScope(kernel, outside, "epair");
        PhysicalAddress hardware = InterfaceList.Find(kernel, pair.Other)!.LinkAddress!;
        InterfaceSetVnet.Invoke(kernel, outside, pair.Other, jail.Id);
        Assert.Null(InterfaceList.Find(kernel, pair.Other));
        InterfaceSetName.Invoke(kernel, inside, pair.Other, "eth0");
        InterfaceAddAddress.Invoke(kernel, inside, "eth0", s_inside, 24);
        InterfaceSetFlags.Change(kernel, inside, "eth0", InterfaceFlags.Up);
        InterfaceSetDescription.Invoke(kernel, inside, "eth0", "knast");
        Assert.True(InterfaceGetFlags.Invoke(kernel, inside, "eth0").HasFlag(InterfaceFlags.Up));
        Assert.Contains(new ConfiguredAddress("eth0", s_inside), InterfaceGetConfiguration.Invoke(kernel, inside));
        Assert.DoesNotContain(InterfaceGetConfiguration.Invoke(kernel, outside), static address => address.Interface == "eth0");

        InterfaceReclaimVnet.Invoke(kernel, outside, "eth0", jail.Id);
        InterfaceStatus back = InterfaceList.Find(kernel, "eth0")!;
        Assert.Equal(hardware, back.LinkAddress);
        Assert.DoesNotContain(back.Addresses, static address => address.Address.Equals(s_inside));
        Assert.Equal(["lo0", "pflog0"], InterfaceGetConfiguration.Invoke(kernel, inside).Select(static address => address.Interface).Distinct().Order());
        InterfaceSetName.Invoke(kernel, outside, "eth0", pair.Other);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AnInterfaceIsMadeInsideFromOutside(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor outside = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var jail = new JailScope(kernel, "vnet", s_vnet);
        using KernelDescriptor inside = VnetSocket.Open(kernel, jail.Id, InternetFamily.IPv4);
        using var loopback = new InterfaceScope(kernel, inside, "lo7");
        Assert.Null(InterfaceList.Find(kernel, "lo7"));
        Assert.Contains(InterfaceGetConfiguration.Invoke(kernel, inside), static address => address.Interface == "lo7");
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatCannotMoveIsRefused(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor outside = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var jail = new JailScope(kernel, "vnet", s_vnet);
        using var shared = new JailScope(kernel, "shared");
        using KernelDescriptor inside = VnetSocket.Open(kernel, jail.Id, InternetFamily.IPv4);
        using var pair = new InterfaceScope(kernel, outside, "epair");
        AssertRefused(ErrorCode.ENXIO, $"SIOCSIFVNET gone0 jail {jail.Id}", () => InterfaceSetVnet.Invoke(kernel, outside, "gone0", jail.Id));
        AssertRefused(ErrorCode.ENXIO, $"SIOCSIFVNET {pair.Name} jail 9999", () => InterfaceSetVnet.Invoke(kernel, outside, pair.Name, 9999));
        AssertRefused(ErrorCode.EEXIST, $"SIOCSIFVNET {pair.Name} jail {shared.Id}", () => InterfaceSetVnet.Invoke(kernel, outside, pair.Name, shared.Id));
        AssertRefused(ErrorCode.ENXIO, $"SIOCSIFRVNET gone0 jail {jail.Id}", () => InterfaceReclaimVnet.Invoke(kernel, outside, "gone0", jail.Id));
        AssertRefused(ErrorCode.ENXIO, "SIOCSIFRVNET lo0 jail 9999", () => InterfaceReclaimVnet.Invoke(kernel, outside, "lo0", 9999));
        InterfaceSetVnet.Invoke(kernel, outside, pair.Other, jail.Id);
        InterfaceSetName.Invoke(kernel, inside, pair.Other, "eth7");
        using var taken = new InterfaceScope(kernel, outside, "lo");
        InterfaceSetName.Invoke(kernel, outside, taken.Name, "eth7");
        taken.Name = "eth7";
        AssertRefused(ErrorCode.EEXIST, $"SIOCSIFVNET eth7 jail {jail.Id}", () => InterfaceSetVnet.Invoke(kernel, outside, "eth7", jail.Id));
    }

    private static void AssertRefused(ErrorCode code, string subject, Action act)
    {
        NativeException error = Assert.Throws<NativeException>(act);
        Assert.Equal((code, "ioctl", subject), (error.Code, error.Call, error.Subject));
    }
}
