using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;

namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>An address that packets are translated to, or routed by (struct pf_pooladdr).</summary>
internal sealed class PoolEntry
{
    private readonly byte[] _bytes;

    /// <summary>Takes one over.</summary>
    /// <exception cref="KernelError">EINVAL: no address that can be translated to, or a name without an end.</exception>
    public PoolEntry(ReadOnlySpan<byte> bytes, InternetFamily family)
    {
        _bytes = bytes[..PfPooladdrLayout.Size].ToArray();
        Family = family;
        Address = new FilterAddress(bytes[PfPooladdrLayout.Address..]);
        bool isKnown = Address.Kind is PacketFilterAddressKind.Network or PacketFilterAddressKind.Interface or PacketFilterAddressKind.Table;
        KernelError.Unless(isKnown && Address.HasNoPointer, ErrorCode.EINVAL);
        KernelError.Unless(_bytes.AsSpan(PfPooladdrLayout.Interface, InterfaceName.FieldSize).Contains((byte)0), ErrorCode.EINVAL);
    }

    public FilterAddress Address { get; }

    public InternetFamily Family { get; }

    public string Interface => FixedText.Read(_bytes.AsSpan(PfPooladdrLayout.Interface, InterfaceName.FieldSize));

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The structure as the kernel tells it.</summary>
    public void CopyOut(Span<byte> destination)
    {
        destination[..PfPooladdrLayout.Size].Clear();
        Address.CopyOut(destination[PfPooladdrLayout.Address..]);
        _bytes.AsSpan(PfPooladdrLayout.Interface, InterfaceName.FieldSize).CopyTo(destination[PfPooladdrLayout.Interface..]);
    }
}
