namespace Knast.Simulation.Sockets;

/// <summary>Types of sockets (sys/socket.h).</summary>
internal enum SocketKind
{
    Stream = 1,
    Datagram = 2,
    Raw = 3,
    SequencedPacket = 5,
}
