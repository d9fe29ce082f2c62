using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;
using Knast.Simulation.Network.Interfaces;
using Knast.Simulation.Network.Routing;

namespace Knast.Simulation.Network.Ioctls;

/// <summary>The list of all interfaces' addresses (SIOCGIFCONF): entries of different lengths, of which as many are given as fit.</summary>
internal static class ConfigurationList
{
    /// <summary>Writes it.</summary>
    /// <exception cref="KernelError">EINVAL: no room at all; EFAULT.</exception>
    public static void Write(CallContext call, Vnet vnet, byte[] data)
    {
        int room = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(IfconfLayout.Length));
        KernelError.Unless(room > 0, ErrorCode.EINVAL);
        var list = new MemoryStream();
        foreach (NetworkInterface one in vnet.Interfaces)
        {
            Append(list, room, one.Name, one.Link.Bytes);
            foreach (ProtocolAddress address in one.Addresses)
            {
                Append(list, room, one.Name, Embedded(address.Address));
            }
        }

        call.Memory.Write(BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(IfconfLayout.Buffer)), list.ToArray());
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(IfconfLayout.Length), (int)list.Length);
    }

    private static void Append(MemoryStream list, int room, string name, ReadOnlySpan<byte> address)
    {
        byte[] entry = new byte[IfreqLayout.Address + Math.Max(address.Length, SockaddrLayout.Size)];
        IfreqData.SetName(entry, name);
        address.CopyTo(entry.AsSpan(IfreqLayout.Address));
        if (list.Length + entry.Length <= room)
        {
            list.Write(entry);
        }
    }

    // Unlike elsewhere, addresses of a link come as the kernel keeps them.
    private static byte[] Embedded(IPAddress address)
    {
        byte[] bytes = SocketAddresses.Of(address);
        if (Sockaddr.FamilyOf(address) == InternetFamily.IPv6)
        {
            EmbeddedScope.Write(address).CopyTo(bytes, SockaddrIn6Layout.Address);
            bytes.AsSpan(SockaddrIn6Layout.Scope, sizeof(int)).Clear();
        }

        return bytes;
    }
}
