using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.PacketFilter.Anchors;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>A list of rules, or the tables, of an anchor in a transaction (struct pfioc_trans_e).</summary>
internal readonly record struct TransactionElement(int List, string Path, uint Ticket)
{
    /// <summary>The bytes of the structure.</summary>
    public const int Size = TicketOffset + sizeof(uint);

    private const int PathOffset = 4;
    private const int TicketOffset = PathOffset + PacketFilterNames.AnchorPathSize;

    private bool IsTables => List == (int)PacketFilterRulesetType.Table;

    public static TransactionElement Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt32LittleEndian(bytes),
        FixedText.Read(bytes.Slice(PathOffset, PacketFilterNames.AnchorPathSize - 1)),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[TicketOffset..]));

    /// <summary>Writes the ticket into the structure.</summary>
    public void WriteTicket(Span<byte> bytes) => BinaryPrimitives.WriteUInt32LittleEndian(bytes[TicketOffset..], Ticket);

    /// <summary>Begins.</summary>
    /// <returns>The element with its ticket.</returns>
    /// <exception cref="KernelError">EINVAL: no such list, or a path that cannot be; ENOMEM: the latter for tables.</exception>
    public TransactionElement Begin(VnetFilter filter)
    {
        if (IsTables)
        {
            Anchor ofTables = filter.Anchors.FindOrMake(Path) ?? throw new KernelError(ErrorCode.ENOMEM);
            ofTables.AreTablesOpen = true;
            return this with { Ticket = ++ofTables.TableTicket };
        }

        RequireList();
        Anchor anchor = filter.Anchors.FindOrMake(Path) ?? throw new KernelError(ErrorCode.EINVAL);
        return this with { Ticket = anchor.List(List)!.Begin() };
    }

    /// <summary>Refuses what cannot be committed.</summary>
    /// <exception cref="KernelError">EINVAL: no such list; EBUSY: the transaction is not this one.</exception>
    public void RequireOpen(VnetFilter filter)
    {
        Anchor? anchor = filter.Anchors.Find(Path);
        if (IsTables)
        {
            KernelError.Unless(anchor is { AreTablesOpen: true } && anchor.TableTicket == Ticket, ErrorCode.EBUSY);
            return;
        }

        RequireList();
        KernelError.Unless(anchor?.List(List)?.IsGood(Ticket) == true, ErrorCode.EBUSY);
    }

    /// <summary>Makes what was gathered count.</summary>
    public void Commit(VnetFilter filter)
    {
        Anchor? anchor = filter.Anchors.Find(Path);
        if (anchor is not null && IsTables)
        {
            anchor.AreTablesOpen = false;
        }
        else
        {
            anchor?.List(List)?.Commit();
        }

        Tidy(anchor);
    }

    /// <summary>Gives up, where the transaction is this one.</summary>
    /// <exception cref="KernelError">EINVAL: no such list.</exception>
    public void Rollback(VnetFilter filter)
    {
        Anchor? anchor = filter.Anchors.Find(Path);
        if (IsTables)
        {
            if (anchor is { AreTablesOpen: true } && anchor.TableTicket == Ticket)
            {
                anchor.AreTablesOpen = false;
            }
        }
        else
        {
            RequireList();
            if (anchor?.List(List) is { } list && list.IsGood(Ticket))
            {
                list.Rollback();
            }
        }

        Tidy(anchor);
    }

    private static void Tidy(Anchor? anchor)
    {
        if (anchor is not null)
        {
            AnchorTree.RemoveIfEmpty(anchor);
        }
    }

    private void RequireList() => KernelError.Unless(List is >= (int)PacketFilterRulesetType.Scrub and <= (int)PacketFilterRulesetType.Rdr, ErrorCode.EINVAL);
}
