using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Jails;
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
        foreach (byte[] entry in vnet.Interfaces.SelectMany(one => Entries(call.Process.Jail, one)).TakeWhile(entry => list.Length + entry.Length <= room))
        {
            list.Write(entry);
        }

        call.Memory.Write(BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(IfconfLayout.Buffer)), list.ToArray());
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(IfconfLayout.Length), (int)list.Length);
    }

    // An interface without an address that may be seen is there by its name.
    private static List<byte[]> Entries(Jail jail, NetworkInterface one)
    {
        var entries = new List<byte[]>();
        if (JailView.ShowsLinks(jail))
        {
            entries.Add(Entry(one.Name, one.Link.Bytes));
        }

        entries.AddRange(one.Addresses.Where(address => JailView.Shows(jail, address)).Select(address => Entry(one.Name, Embedded(address.Address))));
        return entries.Count > 0 ? entries : [Entry(one.Name, [])];
    }

    private static byte[] Entry(string name, ReadOnlySpan<byte> address)
    {
        byte[] entry = new byte[IfreqLayout.Address + Math.Max(address.Length, SockaddrLayout.Size)];
        IfreqData.SetName(entry, name);
        address.CopyTo(entry.AsSpan(IfreqLayout.Address));
        return entry;
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
