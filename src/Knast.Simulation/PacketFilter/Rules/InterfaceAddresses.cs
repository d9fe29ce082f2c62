using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Simulation.Network;
using Knast.Simulation.Network.Interfaces;
using Knast.Simulation.PacketFilter.Tables;

namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>The addresses that an interface, or a group of interfaces, has at the moment (pfi_table_update and pfi_instance_add of pf_if.c).</summary>
internal sealed class InterfaceAddresses(Vnet vnet, string name, PacketFilterInterfaceFlags flags, InternetFamily family, int prefixLength)
{
    private const string Self = "self";
    private const string All = "all";
    private const int Whole = 128;

    /// <summary>The name of the table that keeps them.</summary>
    public string TableName
    {
        get
        {
            string text = name;
            text += flags.HasFlag(PacketFilterInterfaceFlags.Network) ? ":network" : "";
            text += flags.HasFlag(PacketFilterInterfaceFlags.Broadcast) ? ":broadcast" : "";
            text += flags.HasFlag(PacketFilterInterfaceFlags.Peer) ? ":peer" : "";
            text += flags.HasFlag(PacketFilterInterfaceFlags.NoAlias) ? ":0" : "";
            text += Length != Whole ? $"/{Length}" : "";
            return text[..Math.Min(text.Length, PacketFilterNames.TableSize - 1)];
        }
    }

    private int Length => family == InternetFamily.IPv4 && prefixLength == Sockaddr.BitsOf(family) ? Whole : prefixLength;

    /// <summary>The addresses that are of the rule's family.</summary>
    public IReadOnlyDictionary<TableEntry, bool> Read()
    {
        var entries = new Dictionary<TableEntry, bool>();
        string wanted = name == Self ? All : name;
        foreach (NetworkInterface one in vnet.Interfaces.Where(one => one.Name == wanted || one.Groups.Contains(wanted)))
        {
            foreach (TableEntry entry in Of(one))
            {
                entries.TryAdd(entry, false);
            }
        }

        return entries;
    }

    private IEnumerable<TableEntry> Of(NetworkInterface one)
    {
        var seen = new HashSet<InternetFamily>();
        foreach (ProtocolAddress address in one.Addresses)
        {
            bool isOfLink = IpNetworks.IsOfLink(address.Address);
            bool isUnwanted = (family != InternetFamily.Unspecified && address.Family != family)
                || (flags.HasFlag(PacketFilterInterfaceFlags.Network) && isOfLink)
                || (flags.HasFlag(PacketFilterInterfaceFlags.NoAlias) && (isOfLink || !seen.Add(address.Family)));
            if (!isUnwanted && Chosen(one, address) is { } chosen)
            {
                int whole = Sockaddr.BitsOf(address.Family);
                int length = Math.Min(flags.HasFlag(PacketFilterInterfaceFlags.Network) ? address.PrefixLength : Length, whole);
                yield return new TableEntry(IpNetworks.Mask(new IPAddress(chosen.GetAddressBytes()), length), length);
            }
        }
    }

    private IPAddress? Chosen(NetworkInterface one, ProtocolAddress address)
    {
        if (flags.HasFlag(PacketFilterInterfaceFlags.Broadcast))
        {
            return address.Family == InternetFamily.IPv4 && one.Flags.HasFlag(InterfaceFlags.Broadcast) ? address.Destination : null;
        }

        return flags.HasFlag(PacketFilterInterfaceFlags.Peer)
            ? one.Flags.HasFlag(InterfaceFlags.PointToPoint) ? address.Destination : null
            : address.Address;
    }
}
