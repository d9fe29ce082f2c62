using System.Net;
using System.Net.Sockets;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.FreeBsd.Routes;
using Knast.Native.FreeBsd.Sysctls;
using Knast.Native.Kernel;
using Knast.Native.Tests.FreeBsd.Answers;

namespace Knast.Native.Tests.FreeBsd.PacketFilter;

/// <summary>Packets of jails that are really translated. Only kernels that run on a machine of their own move packets.</summary>
public sealed class PacketFilterTrafficFacadeTests : FreeBsdFacadeSuite
{
    private const string Below = PacketFilterScope.Anchor + "/net";
    private const string Forwarding = "net.inet.ip.forwarding";
    private static readonly IPAddress s_gateway = IPAddress.Parse("172.24.7.1");
    private static readonly PacketFilterAddress s_network = PacketFilterAddress.Network(s_gateway, 24);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(FreeBsdKernels.RealNames), MemberType = typeof(FreeBsdKernels))]
    [NotRecorded]
    public void AJailReachesTheWorldByNat(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        using var bridge = new Network(kernel, filter);
        using Guest guest = bridge.Add("172.24.7.2");
        Route uplink = RouteDump.Invoke(kernel, InternetFamily.IPv4).First(static route => route.IsDefault);
        filter.Load(Below, new PacketFilterRule
        {
            Action = PacketFilterAction.Nat,
            Interface = uplink.Interface,
            Family = InternetFamily.IPv4,
            Source = new PacketFilterEndpoint(s_network),
            Destination = new PacketFilterEndpoint(s_network, IsNegated: true),
            Pool = new PacketFilterPool
            {
                Type = PacketFilterPoolType.RoundRobin,
                Ports = PacketFilterPool.NatPorts,
                Addresses = [PacketFilterAddress.OfInterface(uplink.Interface)],
            },
        });

        // QEMU's gateway is the machine that the tests run on.
        using var outside = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        guest.Send(new IPEndPoint(uplink.Gateway!, ((IPEndPoint)outside.Client.LocalEndPoint!).Port), "ping"u8);
        outside.Client.ReceiveTimeout = (int)s_patience.TotalMilliseconds;
        IPEndPoint from = new(IPAddress.Any, 0);
        Assert.Equal("ping"u8.ToArray(), outside.Receive(ref from));
        outside.Send("pong"u8, from);
        Assert.Equal("pong"u8.ToArray(), guest.Receive());

        PacketFilterState state = Assert.Single(
            PacketFilterGetStates.Invoke(kernel, filter.Device), found => found.Has(guest.Address) && found.Direction == PacketFilterDirection.Out);
        Assert.True(state.Stack.Has(guest.Address));
        Assert.False(state.Wire.Has(guest.Address));
        Assert.Equal((InternetProtocol.Udp, 1UL, 1UL), (state.Protocol, state.Traffic.PacketsSent, state.Traffic.PacketsReceived));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(FreeBsdKernels.RealNames), MemberType = typeof(FreeBsdKernels))]
    [NotRecorded]
    public void APublishedPortLeadsIntoAJail(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        using var bridge = new Network(kernel, filter);
        using Guest server = bridge.Add("172.24.7.2");
        using Guest client = bridge.Add("172.24.7.3");
        server.Bind(53);
        filter.Load(Below, new PacketFilterRule
        {
            Action = PacketFilterAction.Rdr,
            Interface = bridge.Name,
            Family = InternetFamily.IPv4,
            Protocol = InternetProtocol.Udp,
            PassesTranslated = true,
            Destination = new PacketFilterEndpoint(PacketFilterAddress.OfInterface(bridge.Name), PacketFilterPorts.Range(5350, 5359)),
            Pool = new PacketFilterPool { Ports = (50, 59), Addresses = [PacketFilterAddress.Host(server.Address)] },
        });
        client.Send(new IPEndPoint(s_gateway, 5353), "query"u8);
        Assert.Equal("query"u8.ToArray(), server.Receive());
    }

    /// <summary>A bridge with an address, forwarding on, and a main ruleset that calls the anchors of the test.</summary>
    private sealed class Network : IDisposable
    {
        private static readonly PacketFilterRulesetType[] s_lists = [PacketFilterRulesetType.Nat, PacketFilterRulesetType.Rdr];
        private readonly IKernel _kernel;
        private readonly PacketFilterScope _filter;
        private readonly KernelDescriptor _socket;
        private readonly InterfaceScope _bridge;
        private readonly int _forwarding;

        public Network(IKernel kernel, PacketFilterScope filter)
        {
            _kernel = kernel;
            _filter = filter;
            _socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
            _bridge = new InterfaceScope(kernel, _socket, "bridge");
            InterfaceAddAddress.Invoke(kernel, _socket, Name, s_gateway, 24);
            InterfaceSetFlags.Change(kernel, _socket, Name, InterfaceFlags.Up);
            _forwarding = (int)Sysctlbyname.ReadNumber(kernel, Forwarding);
            Sysctlbyname.WriteInt32(kernel, Forwarding, 1);
            Load(new PacketFilterRule { Action = PacketFilterAction.Nat, AnchorCall = PacketFilterScope.Anchor + "/*" },
                new PacketFilterRule { Action = PacketFilterAction.Rdr, AnchorCall = PacketFilterScope.Anchor + "/*" });
            PacketFilterStart.Invoke(kernel, filter.Device);
        }

        public string Name => _bridge.Name;

        public Guest Add(string address) => new(_kernel, _socket, Name, IPAddress.Parse(address));

        public void Dispose()
        {
            PacketFilterStop.Invoke(_kernel, _filter.Device);
            Load();
            PacketFilterKillStates.Invoke(_kernel, _filter.Device, new PacketFilterStateMatch());
            Sysctlbyname.WriteInt32(_kernel, Forwarding, _forwarding);
            _bridge.Dispose();
            _socket.Dispose();
        }

        private void Load(params PacketFilterRule[] rules)
        {
            using PacketFilterTransaction transaction = PacketFilterTransaction.Begin(_kernel, _filter.Device, "", s_lists);
            foreach (PacketFilterRule rule in rules)
            {
                transaction.Add(rule);
            }

            transaction.Commit();
        }
    }

    /// <summary>A jail on the bridge, and a UDP socket of its network stack.</summary>
    private sealed class Guest : IDisposable
    {
        private readonly IKernel _kernel;
        private readonly JailScope _jail;
        private readonly InterfaceScope _pair;
        private readonly KernelDescriptor _socket;

        public Guest(IKernel kernel, KernelDescriptor outside, string bridge, IPAddress address)
        {
            _kernel = kernel;
            Address = address;
            _jail = new JailScope(kernel, "guest" + address.GetAddressBytes()[3], JailParameter.System("vnet", JailSystem.New));
            _pair = new InterfaceScope(kernel, outside, "epair");
            BridgeAdd.Invoke(kernel, outside, bridge, _pair.Name);
            InterfaceSetFlags.Change(kernel, outside, _pair.Name, InterfaceFlags.Up);
            InterfaceSetVnet.Invoke(kernel, outside, _pair.Other, _jail.Id);
            _socket = VnetSocket.Open(kernel, _jail.Id, InternetFamily.IPv4);
            InterfaceAddAddress.Invoke(kernel, _socket, _pair.Other, address, 24);
            InterfaceSetFlags.Change(kernel, _socket, _pair.Other, InterfaceFlags.Up);
            using KernelDescriptor routes = VnetSocket.OpenForRoutes(kernel, _jail.Id);
            RouteAdd.Invoke(kernel, routes, Route.Default(s_gateway));
        }

        public IPAddress Address { get; }

        public void Bind(int port)
        {
            using SystemCall call = SystemCall.Rent(104, "bind").Argument(_socket);
            _kernel.Require(call.ArgumentBytes(Encode(new IPEndPoint(IPAddress.Any, port))).Argument(SockaddrInLayout.Size));
        }

        public void Send(IPEndPoint to, ReadOnlySpan<byte> bytes)
        {
            using SystemCall call = SystemCall.Rent(133, "sendto").Argument(_socket).ArgumentBytes(bytes).Argument(bytes.Length).Argument(0);
            _kernel.Require(call.ArgumentBytes(Encode(to)).Argument(SockaddrInLayout.Size));
        }

        public byte[] Receive()
        {
            Assert.True(KernelWait.Readable(_kernel, _socket, s_patience, TestContext.Current.CancellationToken), $"Nothing comes to {Address}.");
            using SystemCall call = SystemCall.Rent(29, "recvfrom").Argument(_socket);
            BlockReference buffer = call.AddBlock(64, BlockDirection.Out);
            long length = _kernel.Require(call.Argument(buffer).Argument(64).Argument(0).Argument(0).Argument(0));
            return call.Bytes(buffer)[..(int)length].ToArray();
        }

        public void Dispose()
        {
            _socket.Dispose();
            _jail.Dispose();
            _pair.Dispose();
        }

        private static byte[] Encode(IPEndPoint end)
        {
            byte[] bytes = new byte[SockaddrInLayout.Size];
            Sockaddr.Write(bytes, end.Address);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(SockaddrInLayout.Port), (ushort)end.Port);
            return bytes;
        }
    }
}
