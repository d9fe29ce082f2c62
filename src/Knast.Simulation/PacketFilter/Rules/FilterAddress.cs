using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.PacketFilter.Anchors;
using Knast.Simulation.PacketFilter.Tables;

namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>What addresses a rule or a pool names, as it was written (struct pf_addr_wrap), and the table behind it.</summary>
internal sealed class FilterAddress(ReadOnlySpan<byte> wrap)
{
    private readonly byte[] _wrap = wrap[..PfAddrWrapLayout.Size].ToArray();

    private FilterTables? _tables;
    private FilterTable? _table;

    public PacketFilterAddressKind Kind => (PacketFilterAddressKind)_wrap[PfAddrWrapLayout.Type];

    /// <summary>The bytes as they were given.</summary>
    public ReadOnlySpan<byte> Bytes => _wrap;

    /// <summary>Whether the kernel's own pointer is empty, as it must be in what is given.</summary>
    public bool HasNoPointer => BinaryPrimitives.ReadUInt64LittleEndian(_wrap.AsSpan(PfAddrWrapLayout.Count)) == 0;

    /// <summary>How many addresses the interface has, or the table; -1 for a table that nobody made.</summary>
    public int Count => CountOf(_table?.Acting);

    /// <summary>The same as rules tell it: of a table in an anchor they count the one of the same name in the main ruleset.</summary>
    public int CountInRule => CountOf(_table is { IsActive: true, Root: { } root } && Kind == PacketFilterAddressKind.Table ? root : _table);

    private string Name => FixedText.Read(_wrap.AsSpan(0, Kind == PacketFilterAddressKind.Table ? PacketFilterNames.TableSize : InterfaceName.FieldSize));

    /// <summary>Finds or makes the table that is named, or that keeps an interface's addresses (pf_addr_setup).</summary>
    public void Attach(VnetFilter filter, Anchor anchor, InternetFamily family)
    {
        _tables = filter.Tables;
        if (Kind == PacketFilterAddressKind.Table)
        {
            _table = _tables.Attach(anchor, Name);
        }
        else if (Kind == PacketFilterAddressKind.Interface)
        {
            var addresses = new InterfaceAddresses(
                filter.Vnet, Name, (PacketFilterInterfaceFlags)_wrap[PfAddrWrapLayout.InterfaceFlags], family,
                Sockaddr.LeadingOnes(_wrap.AsSpan(PfAddrWrapLayout.Mask, PfAddrLayout.Size)));
            _table = _tables.Attach(filter.Anchors.FindOrMake(FilterTables.ReservedAnchor)!, addresses.TableName);
            _table.Flags |= PacketFilterTableFlags.Active;
            _table.Follow(addresses.Read);
        }
    }

    /// <summary>Lets go of the table.</summary>
    public void Release()
    {
        if (_table is { } table)
        {
            _table = null;
            _tables!.Detach(table);
        }
    }

    /// <summary>Whether an address is meant.</summary>
    public bool Matches(IPAddress address, Func<IPAddress, bool> hasRoute) => Kind switch
    {
        PacketFilterAddressKind.Network => IsWithin(address),
        PacketFilterAddressKind.Range => MatchesRange(address),
        PacketFilterAddressKind.NoRoute or PacketFilterAddressKind.ReversePathFailed => !hasRoute(address),
        _ => _table?.Matches(address) == true,
    };

    /// <summary>Whether an address is in the network that it holds, whatever else it is.</summary>
    public bool IsWithin(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        for (int index = 0; index < bytes.Length; index++)
        {
            if (((bytes[index] ^ _wrap[PfAddrWrapLayout.Address + index]) & _wrap[PfAddrWrapLayout.Mask + index]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The structure as the kernel tells it: the count is where its own pointer was.</summary>
    public void CopyOut(Span<byte> destination)
    {
        _wrap.CopyTo(destination);
        if (Kind is PacketFilterAddressKind.Interface or PacketFilterAddressKind.Table)
        {
            BinaryPrimitives.WriteInt32LittleEndian(destination[PfAddrWrapLayout.Count..], Count);
        }
    }

    private static int CountOf(FilterTable? table) => table switch
    {
        null => 0,
        _ => table.IsActive ? table.Entries.Count : -1,
    };

    private bool MatchesRange(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        return bytes.AsSpan().SequenceCompareTo(_wrap.AsSpan(PfAddrWrapLayout.Address, bytes.Length)) >= 0
            && bytes.AsSpan().SequenceCompareTo(_wrap.AsSpan(PfAddrWrapLayout.Mask, bytes.Length)) <= 0;
    }
}
