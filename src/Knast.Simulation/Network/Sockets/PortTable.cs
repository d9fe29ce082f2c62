using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Network.Sockets;

/// <summary>The ports that sockets of one vnet are bound to.</summary>
internal sealed class PortTable
{
    private const int FirstFree = 49152;

    private readonly Dictionary<InternetSocket, (SocketKind Kind, IPAddress Address, int Port)> _taken = [];

    /// <summary>Takes a port; one that is 0 in the name is chosen, and written into it.</summary>
    /// <exception cref="KernelError">EADDRINUSE.</exception>
    public void Take(InternetSocket socket, Span<byte> name, IPAddress address)
    {
        Span<byte> field = name[SockaddrInLayout.Port..];
        int port = BinaryPrimitives.ReadUInt16BigEndian(field);
        if (port == 0)
        {
            port = Enumerable.Range(FirstFree, ushort.MaxValue - FirstFree).First(free => !IsTaken(socket.Type, address, free));
            BinaryPrimitives.WriteUInt16BigEndian(field, (ushort)port);
        }

        KernelError.Unless(!IsTaken(socket.Type, address, port), ErrorCode.EADDRINUSE);
        _taken[socket] = (socket.Type, address, port);
    }

    public void Release(InternetSocket socket) => _taken.Remove(socket);

    private bool IsTaken(SocketKind kind, IPAddress address, int port) => _taken.Values.Any(taken =>
        taken.Kind == kind && taken.Port == port && taken.Address.AddressFamily == address.AddressFamily
        && (taken.Address.Equals(address) || IsAny(taken.Address) || IsAny(address)));

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}
