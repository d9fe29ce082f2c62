using System.Net;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.PacketFilter;

/// <summary>Connections that the packet filter remembers.</summary>
public sealed class PacketFilterStateFacadeTests : FreeBsdFacadeSuite
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WithoutRulesThereAreNoStates(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        Assert.Empty(PacketFilterGetStates.Invoke(kernel, filter.Device));
        Assert.Equal(0, PacketFilterKillStates.Invoke(kernel, filter.Device, new PacketFilterStateMatch
        {
            Source = new PacketFilterEndpoint(PacketFilterAddress.Host(IPAddress.Parse("172.24.0.2"))),
        }));
        Assert.Equal(0, PacketFilterKillStates.Invoke(kernel, filter.Device, new PacketFilterStateMatch { Id = 0x0100000067000000 }));
    }
}
