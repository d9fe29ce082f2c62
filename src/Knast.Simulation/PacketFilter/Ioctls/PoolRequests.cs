using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.PacketFilter.Anchors;
using Knast.Simulation.PacketFilter.Rules;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>The addresses that rules translate to: gathered one by one before their rule, read one by one after it (struct pfioc_pooladdr).</summary>
internal static class PoolRequests
{
    /// <summary>DIOCBEGINADDRS.</summary>
    public static void Begin(CallContext call, VnetFilter filter, byte[] data) => Write(data, PfiocPooladdrLayout.Ticket, filter.Pool.Begin());

    /// <summary>DIOCADDADDR.</summary>
    /// <exception cref="KernelError">EINVAL: no address that can be translated to; EAFNOSUPPORT; EBUSY: somebody else has begun meanwhile.</exception>
    public static void Add(CallContext call, VnetFilter filter, byte[] data)
    {
        var family = (InternetFamily)data[PfiocPooladdrLayout.AddressFamily];
        bool isFamily = family is InternetFamily.Unspecified or InternetFamily.IPv4 or InternetFamily.IPv6;
        KernelError.Unless(isFamily || !filter.Is15, ErrorCode.EAFNOSUPPORT);
        var entry = new PoolEntry(data.AsSpan(PfiocPooladdrLayout.PoolAddress), family);
        KernelError.Unless(Read(data, PfiocPooladdrLayout.Ticket) == filter.Pool.Ticket, ErrorCode.EBUSY);
        if (entry.Address.Kind == PacketFilterAddressKind.Interface)
        {
            entry.Address.Attach(filter, filter.Anchors.Main, family);
        }

        filter.Pool.Add(entry);
    }

    /// <summary>DIOCGETADDRS.</summary>
    /// <exception cref="KernelError">EBUSY: there is no such rule.</exception>
    public static void Count(CallContext call, VnetFilter filter, byte[] data) =>
        Write(data, PfiocPooladdrLayout.Number, (uint)Find(filter, data, isTicketNeeded: false).Count);

    /// <summary>DIOCGETADDR.</summary>
    /// <exception cref="KernelError">EBUSY: there is no such rule or address, or the ticket is old.</exception>
    public static void Get(CallContext call, VnetFilter filter, byte[] data)
    {
        IReadOnlyList<PoolEntry> pool = Find(filter, data, isTicketNeeded: true);
        uint number = Read(data, PfiocPooladdrLayout.Number);
        KernelError.Unless(number < pool.Count, ErrorCode.EBUSY);
        PoolEntry entry = pool[(int)number];
        entry.CopyOut(data.AsSpan(PfiocPooladdrLayout.PoolAddress));
        if (filter.Is15)
        {
            data[PfiocPooladdrLayout.AddressFamily] = (byte)entry.Family;
        }
    }

    private static IReadOnlyList<PoolEntry> Find(VnetFilter filter, byte[] data, bool isTicketNeeded)
    {
        Anchor? anchor = filter.Anchors.Find(FixedText.Read(data.AsSpan(PfiocPooladdrLayout.Anchor, PacketFilterNames.AnchorPathSize - 1)));
        RuleList? list = anchor?.List(RulesetNumber.Of(data[PfiocPooladdrLayout.RuleAction]));
        bool isList = list is not null && (!isTicketNeeded || Read(data, PfiocPooladdrLayout.Ticket) == list.ActiveTicket);
        KernelError.Unless(isList, ErrorCode.EBUSY);
        uint number = Read(data, PfiocPooladdrLayout.RuleNumber);
        return list!.Active.Find(rule => rule.Number == number)?.Pool ?? throw new KernelError(ErrorCode.EBUSY);
    }

    private static uint Read(byte[] data, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(offset));

    private static void Write(byte[] data, int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(offset), value);
}
