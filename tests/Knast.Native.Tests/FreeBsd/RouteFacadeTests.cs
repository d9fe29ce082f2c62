using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.Routes;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Routes by routing socket, and the table as the kernel dumps it.</summary>
public sealed class RouteFacadeTests : FreeBsdFacadeSuite
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ARouteIsAddedFoundChangedAndDeleted(string name)
    {
        IKernel kernel = Open(name);
        using var net = new RoutedInterface(kernel);
        var route = new Route { Destination = IPAddress.Parse("10.77.0.0"), PrefixLength = 16, Gateway = IPAddress.Parse("10.88.0.7") };
        RouteAdd.Invoke(kernel, net.Routes, route);
        AssertFails(ErrorCode.EEXIST, () => RouteAdd.Invoke(kernel, net.Routes, route));
        Route found = RouteGet.Invoke(kernel, net.Routes, IPAddress.Parse("10.77.1.2"), TestContext.Current.CancellationToken)!;
        Assert.Equal((route.Destination, 16, route.Gateway, net.Name), (found.Destination, found.PrefixLength, found.Gateway, found.Interface));
        Assert.Contains(RouteDump.Invoke(kernel, InternetFamily.IPv4), listed => listed.Destination.Equals(route.Destination) && listed.PrefixLength == 16);
        RouteChange.Invoke(kernel, net.Routes, route with { Gateway = IPAddress.Parse("10.88.0.8") });
        Assert.Equal("10.88.0.8", RouteGet.Invoke(kernel, net.Routes, IPAddress.Parse("10.77.1.2"), TestContext.Current.CancellationToken)!.Gateway!.ToString());

        // A route with several gateways is several routes, so the gateway says which is meant.
        AssertFails(ErrorCode.ESRCH, () => RouteDelete.Invoke(kernel, net.Routes, route));
        RouteDelete.Invoke(kernel, net.Routes, route with { Gateway = IPAddress.Parse("10.88.0.8") });
        AssertFails(ErrorCode.ESRCH, () => RouteChange.Invoke(kernel, net.Routes, route));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AGatewayThatCannotBeReachedIsRefused(string name)
    {
        IKernel kernel = Open(name);
        using var jail = new JailScope(kernel, "lonely", JailParameter.System("vnet", JailSystem.New));
        using KernelDescriptor routes = VnetSocket.OpenForRoutes(kernel, jail.Id);
        AssertFails(ErrorCode.ENETUNREACH, () => RouteAdd.Invoke(kernel, routes, Route.Default(IPAddress.Parse("10.1.2.3"))));
        Assert.Null(RouteGet.Invoke(kernel, routes, IPAddress.Parse("10.1.2.3"), TestContext.Current.CancellationToken));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AVnetHasRoutesOfItsOwn(string name)
    {
        IKernel kernel = Open(name);
        using var jail = new JailScope(kernel, "routed", JailParameter.System("vnet", JailSystem.New));
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var pair = new InterfaceScope(kernel, socket, "epair");
        InterfaceSetVnet.Invoke(kernel, socket, pair.Other, jail.Id);
        using KernelDescriptor there = VnetSocket.Open(kernel, jail.Id, InternetFamily.IPv4);
        using KernelDescriptor routes = VnetSocket.OpenForRoutes(kernel, jail.Id);
        InterfaceAddAddress.Invoke(kernel, there, pair.Other, IPAddress.Parse("10.88.0.2"), 24);
        InterfaceSetFlags.Change(kernel, there, pair.Other, InterfaceFlags.Up);
        RouteAdd.Invoke(kernel, routes, Route.Default(IPAddress.Parse("10.88.0.1")));
        Route found = RouteGet.Invoke(kernel, routes, IPAddress.Parse("192.0.2.1"), TestContext.Current.CancellationToken)!;
        Assert.True(found.IsDefault);
        Assert.Equal("10.88.0.1", found.Gateway!.ToString());
        Assert.DoesNotContain(RouteDump.Invoke(kernel, InternetFamily.IPv4), static route => route.Gateway is not null && route.Gateway.ToString() == "10.88.0.1");
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void RoutesOfBothFamiliesAreListed(string name)
    {
        IKernel kernel = Open(name);
        using var net = new RoutedInterface(kernel);
        IReadOnlyList<Route> all = RouteDump.Invoke(kernel);
        Assert.Contains(all, route => route.Destination.ToString() == "10.88.0.0" && route.PrefixLength == 24 && route.Interface == net.Name);
        Assert.Contains(all, route => route.Destination.ToString() == "fd00:88::" && route.PrefixLength == 64);
        Assert.Contains(RouteDump.Invoke(kernel, InternetFamily.IPv4), static route => route.IsDefault);
        var route6 = new Route { Destination = IPAddress.Parse("fd00:99::"), PrefixLength = 32, Gateway = IPAddress.Parse("fd00:88::9") };
        RouteAdd.Invoke(kernel, net.Routes, route6);
        Assert.Equal(route6.Gateway, RouteGet.Invoke(kernel, net.Routes, IPAddress.Parse("fd00:99::1"), TestContext.Current.CancellationToken)!.Gateway);
        RouteDelete.Invoke(kernel, net.Routes, route6);
    }

    private static void AssertFails(ErrorCode code, Action action) => Assert.Equal(code, Assert.Throws<NativeException>(action).Code);

    private sealed class RoutedInterface : IDisposable
    {
        private readonly KernelDescriptor _socket;
        private readonly InterfaceScope _pair;

        public RoutedInterface(IKernel kernel)
        {
            _socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
            _pair = new InterfaceScope(kernel, _socket, "epair");
            Routes = RouteSocket.Invoke(kernel);
            using KernelDescriptor socket6 = InterfaceSocket.Invoke(kernel, InternetFamily.IPv6);
            InterfaceAddAddress.Invoke(kernel, _socket, Name, IPAddress.Parse("10.88.0.1"), 24);
            InterfaceAddAddress6.Invoke(kernel, socket6, Name, IPAddress.Parse("fd00:88::1"), 64);
            InterfaceSetFlags.Change(kernel, _socket, Name, InterfaceFlags.Up);
        }

        public string Name => _pair.Name;

        public KernelDescriptor Routes { get; }

        public void Dispose()
        {
            Routes.Dispose();
            _pair.Dispose();
            _socket.Dispose();
        }
    }
}
