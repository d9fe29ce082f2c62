using System.Buffers.Binary;
using System.Text;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Simulation.Network.Interfaces;

/// <summary>
/// The link-level address of an interface as the kernel keeps it (struct sockaddr_dl): name and address stand behind one another in one field, so a new name
/// moves the address and leaves behind it what was there.
/// </summary>
internal sealed class LinkSockaddr
{
    /// <summary>Room for the longest name and an address, in units of eight.</summary>
    public const int Length = 56;

    private readonly byte[] _bytes = new byte[Length];

    public LinkSockaddr(string name, InterfaceType type, ReadOnlySpan<byte> address)
    {
        _bytes[SockaddrDlLayout.Length] = Length;
        _bytes[SockaddrDlLayout.Family] = Sockaddr.LinkFamily;
        _bytes[SockaddrDlLayout.Type] = (byte)type;
        _bytes[SockaddrDlLayout.NameLength] = (byte)Encoding.Latin1.GetBytes(name, _bytes.AsSpan(SockaddrDlLayout.Data));
        _bytes[SockaddrDlLayout.AddressLength] = (byte)address.Length;
        address.CopyTo(Address);
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    public string Name => Encoding.Latin1.GetString(_bytes, SockaddrDlLayout.Data, _bytes[SockaddrDlLayout.NameLength]);

    /// <summary>The address; empty where the kind of interface has none.</summary>
    public Span<byte> Address =>
        _bytes.AsSpan(SockaddrDlLayout.Data + _bytes[SockaddrDlLayout.NameLength], _bytes[SockaddrDlLayout.AddressLength]);

    public int Index
    {
        get => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(SockaddrDlLayout.Index));
        set => BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(SockaddrDlLayout.Index), (ushort)value);
    }

    /// <summary>Gives it another name of at most 15 bytes.</summary>
    public void Rename(string name)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(name);
        if (bytes.Length != _bytes[SockaddrDlLayout.NameLength])
        {
            Address.CopyTo(_bytes.AsSpan(SockaddrDlLayout.Data + bytes.Length));
        }

        bytes.CopyTo(_bytes, SockaddrDlLayout.Data);
        _bytes[SockaddrDlLayout.NameLength] = (byte)bytes.Length;
    }
}
