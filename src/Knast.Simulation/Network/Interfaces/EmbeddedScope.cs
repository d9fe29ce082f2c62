using System.Buffers.Binary;
using System.Net;

namespace Knast.Simulation.Network.Interfaces;

/// <summary>Inside the kernel the second pair of bytes of an IPv6 address of a link is the number of its interface.</summary>
internal static class EmbeddedScope
{
    private const int Offset = 2;

    /// <summary>An address as the kernel keeps it.</summary>
    public static byte[] Write(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        if (IpNetworks.IsOfLink(address))
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(Offset), (ushort)address.ScopeId);
        }

        return bytes;
    }

    /// <summary>An address that may have the number within itself.</summary>
    public static IPAddress Read(IPAddress address)
    {
        if (!IpNetworks.IsOfLink(address))
        {
            return address;
        }

        byte[] bytes = address.GetAddressBytes();
        int embedded = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(Offset));
        bytes.AsSpan(Offset, sizeof(ushort)).Clear();
        return new IPAddress(bytes, address.ScopeId != 0 ? address.ScopeId : embedded);
    }
}
