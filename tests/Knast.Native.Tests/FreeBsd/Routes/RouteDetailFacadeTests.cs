using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Routes;

/// <summary>What routes are like once made, and which errors name what they are about.</summary>
public sealed class RouteDetailFacadeTests : FreeBsdFacadeSuite
{
    private static readonly IPAddress s_address = IPAddress.Parse("172.24.7.1");
    private static readonly IPAddress s_gateway = IPAddress.Parse("172.24.7.9");
    private static readonly Route s_network = new() { Destination = IPAddress.Parse("192.0.2.0"), PrefixLength = 24, Gateway = s_gateway };
    private static readonly IPAddress s_host = IPAddress.Parse("192.0.2.77");

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ARouteToOneHostWins(string name)
    {
        IKernel kernel = Open(name);
        using var network = new Network(kernel);
        var host = new Route { Destination = s_host, PrefixLength = 32, Gateway = IPAddress.Parse("172.24.7.20") };
        RouteAdd.Invoke(kernel, network.Routes, s_network);
        RouteAdd.Invoke(kernel, network.Routes, host);
        Route found = network.Get(s_host)!;
        Assert.Equal((32, host.Gateway), (found.PrefixLength, found.Gateway));
        Assert.True(found.Flags.HasFlag(RouteFlags.Host));
        RouteDelete.Invoke(kernel, network.Routes, host);
        Assert.Equal(24, network.Get(s_host)!.PrefixLength);
        RouteDelete.Invoke(kernel, network.Routes, s_network);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ANetworkAtHandHasNoGateway(string name)
    {
        IKernel kernel = Open(name);
        using var network = new Network(kernel);
        var route = new Route
        {
            Destination = s_network.Destination,
            PrefixLength = 24,
            InterfaceIndex = InterfaceList.Find(kernel, network.Interface)!.Index,
        };
        RouteAdd.Invoke(kernel, network.Routes, route);
        Route found = network.Get(s_host)!;
        Assert.Equal((24, network.Interface), (found.PrefixLength, found.Interface));
        Assert.Null(found.Gateway);
        RouteDelete.Invoke(kernel, network.Routes, route with { InterfaceIndex = 0 });
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheRoutesOfAnInterfaceAreListed(string name)
    {
        IKernel kernel = Open(name);
        using var network = new Network(kernel);
        Route own = Assert.Single(
            RouteDump.Invoke(kernel), static route => route.Destination.Equals(IPAddress.Parse("172.24.7.0")) && route.PrefixLength == 24);
        Assert.Null(own.Gateway);
        Assert.Equal(network.Interface, own.Interface);
        Assert.True(own.Flags.HasFlag(RouteFlags.Pinned));
        AssertRefused(ErrorCode.EADDRINUSE, "RTM_DELETE 172.24.7.0/24", () => RouteDelete.Invoke(kernel, network.Routes, new Route { Destination = own.Destination, PrefixLength = 24 }));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatCannotBeIsRefused(string name)
    {
        IKernel kernel = Open(name);
        using var network = new Network(kernel);
        RouteAdd.Invoke(kernel, network.Routes, s_network);
        AssertRefused(ErrorCode.EEXIST, "RTM_ADD 192.0.2.0/24 via 172.24.7.9", () => RouteAdd.Invoke(kernel, network.Routes, s_network));
        RouteDelete.Invoke(kernel, network.Routes, s_network);
        AssertRefused(ErrorCode.ESRCH, "RTM_DELETE 192.0.2.0/24 via 172.24.7.9", () => RouteDelete.Invoke(kernel, network.Routes, s_network));
        AssertRefused(ErrorCode.ESRCH, "RTM_CHANGE 192.0.2.0/24 via 172.24.7.9", () => RouteChange.Invoke(kernel, network.Routes, s_network));
        AssertRefused(
            ErrorCode.ENETUNREACH, "RTM_ADD fd99::/64 via fd98::1",
            () => RouteAdd.Invoke(kernel, network.Routes, new Route { Destination = IPAddress.Parse("fd99::"), PrefixLength = 64, Gateway = IPAddress.Parse("fd98::1") }));
        AssertRefused(
            ErrorCode.EINVAL, "RTM_ADD 192.0.2.0/24", () => RouteAdd.Invoke(kernel, network.Routes, s_network with { Gateway = null }));
        NativeException error = Assert.Throws<NativeException>(() => RouteSetTable.Invoke(kernel, network.Routes, 9999));
        Assert.Equal((ErrorCode.EINVAL, "setsockopt", "SO_SETFIB 9999"), (error.Code, error.Call, error.Subject));
        error = Assert.Throws<NativeException>(() => RouteDump.Invoke(kernel, InternetFamily.IPv4, table: 9999));
        Assert.Equal(ErrorCode.EINVAL, error.Code);
    }

    private static void AssertRefused(ErrorCode code, string subject, Action act)
    {
        NativeException error = Assert.Throws<NativeException>(act);
        Assert.Equal((code, "write", subject), (error.Code, error.Call, error.Subject));
    }

    /// <summary>An interface with an address, and sockets to it and to the routes.</summary>
    private sealed class Network : IDisposable
    {
        private readonly IKernel _kernel;
        private readonly KernelDescriptor _socket;
        private readonly InterfaceScope _pair;

        public Network(IKernel kernel)
        {
            _kernel = kernel;
            _socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
            _pair = new InterfaceScope(kernel, _socket, "epair");
            Routes = RouteSocket.Invoke(kernel);
            InterfaceAddAddress.Invoke(kernel, _socket, Interface, s_address, 24);
            InterfaceSetFlags.Change(kernel, _socket, Interface, InterfaceFlags.Up);
        }

        public string Interface => _pair.Name;

        public KernelDescriptor Routes { get; }

        public Route? Get(IPAddress destination) => RouteGet.Invoke(_kernel, Routes, destination, TestContext.Current.CancellationToken);

        public void Dispose()
        {
            _pair.Dispose();
            Routes.Dispose();
            _socket.Dispose();
        }
    }
}
