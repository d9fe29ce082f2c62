using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.PacketFilter.Tables;

/// <summary>A network in a table.</summary>
/// <param name="Address">Its first address.</param>
/// <param name="PrefixLength">The length of its prefix.</param>
internal readonly record struct TableEntry(IPAddress Address, int PrefixLength)
{
    public bool Covers(IPAddress address) =>
        Sockaddr.FamilyOf(address) == Sockaddr.FamilyOf(Address) && IpNetworks.Mask(address, PrefixLength).Equals(Address);

    /// <summary>Reads struct pfr_addr.</summary>
    /// <returns>The entry and whether it is negated.</returns>
    /// <exception cref="KernelError">EINVAL: another family, bits beyond the prefix, or a field that must be zero is not (pfr_validate_addr).</exception>
    public static (TableEntry Entry, bool IsNegated) Read(ReadOnlySpan<byte> bytes)
    {
        var family = (InternetFamily)bytes[PfrAddrLayout.AddressFamily];
        int prefix = bytes[PfrAddrLayout.PrefixLength];
        KernelError.Unless(family is InternetFamily.IPv4 or InternetFamily.IPv6 && prefix <= Sockaddr.BitsOf(family), ErrorCode.EINVAL);
        ReadOnlySpan<byte> field = bytes.Slice(PfrAddrLayout.Address, PfAddrLayout.Size);
        Span<byte> mask = stackalloc byte[PfAddrLayout.Size];
        Sockaddr.FillPrefix(mask, prefix);
        for (int index = 0; index < field.Length; index++)
        {
            KernelError.Unless((field[index] & ~mask[index]) == 0, ErrorCode.EINVAL);
        }

        KernelError.Unless(bytes[PfrAddrLayout.Negated] <= 1 && bytes[PfrAddrLayout.Feedback] == 0, ErrorCode.EINVAL);
        return (new TableEntry(new IPAddress(field[..(Sockaddr.BitsOf(family) / 8)]), prefix), bytes[PfrAddrLayout.Negated] != 0);
    }

    /// <summary>Writes struct pfr_addr.</summary>
    public void Write(Span<byte> to, bool isNegated)
    {
        to[..PfrAddrLayout.Size].Clear();
        Address.TryWriteBytes(to[PfrAddrLayout.Address..], out _);
        to[PfrAddrLayout.AddressFamily] = (byte)Sockaddr.FamilyOf(Address);
        to[PfrAddrLayout.PrefixLength] = (byte)PrefixLength;
        to[PfrAddrLayout.Negated] = isNegated ? (byte)1 : (byte)0;
    }
}
