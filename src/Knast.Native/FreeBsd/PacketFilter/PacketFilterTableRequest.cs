using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What the requests about tables have in common: struct pfioc_table, which may point to tables or to addresses.</summary>
internal static class PacketFilterTableRequest
{
    /// <summary>Makes a request about one table, or all of an anchor, with a buffer for entries of one size.</summary>
    public static SystemCall Compose(
        KernelTarget target, string name, long code, Operand device, PacketFilterTable table, int count, int entrySize, BlockDirection direction)
    {
        Require(table, isNameWanted: false);
        SystemCall call = PacketFilterRequest.Compose(target, code, device, $"{name} {table}", PfiocTableLayout.Size);
        WriteTable(call.Bytes(PacketFilterRequest.Block)[PfiocTableLayout.Table..], table);
        call.Write(PacketFilterRequest.Block, PfiocTableLayout.ElementSize, 4, entrySize);
        if (entrySize != 0)
        {
            BlockReference buffer = call.AddBlock(count * entrySize, direction);
            call.Point(PacketFilterRequest.Block, PfiocTableLayout.Buffer, buffer);
            call.Write(PacketFilterRequest.Block, PfiocTableLayout.Count, 4, count);
        }

        return call;
    }

    /// <summary>Makes a request about several tables.</summary>
    public static SystemCall ComposeTables(
        KernelTarget target, string name, long code, Operand device, IReadOnlyList<PacketFilterTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        foreach (PacketFilterTable table in tables)
        {
            Require(table, isNameWanted: true);
        }

        SystemCall call = Compose(target, name, code, device, new("", ""), tables.Count, PfrTableLayout.Size, BlockDirection.In);
        call.Subject = $"{name} {string.Join(", ", tables)}";
        for (int index = 0; index < tables.Count; index++)
        {
            WriteTable(call.Bytes(PacketFilterRequest.Buffer)[(index * PfrTableLayout.Size)..], tables[index]);
        }

        return call;
    }

    /// <summary>Makes a request that gives addresses.</summary>
    public static SystemCall ComposeEntries(
        KernelTarget target, string name, long code, Operand device, PacketFilterTable table, IReadOnlyList<PacketFilterTableEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Require(table, isNameWanted: true);
        SystemCall call = Compose(target, name, code, device, Plain(table), entries.Count, PfrAddrLayout.Size, BlockDirection.In);
        for (int index = 0; index < entries.Count; index++)
        {
            entries[index].Write(call.Bytes(PacketFilterRequest.Buffer)[(index * PfrAddrLayout.Size)..]);
        }

        return call;
    }

    /// <summary>The table without its flags, which only those take that make it.</summary>
    public static PacketFilterTable Plain(PacketFilterTable table) => table with { Flags = PacketFilterTableFlags.None };

    /// <summary>A number of the kernel's answer.</summary>
    public static int Read(SystemCall call, int offset) =>
        BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(PacketFilterRequest.Block)[offset..]);

    /// <summary>Reads struct pfr_table.</summary>
    public static PacketFilterTable ReadTable(ReadOnlySpan<byte> table) => new(
        FixedText.Read(table.Slice(PfrTableLayout.Anchor, PacketFilterNames.AnchorPathSize)),
        FixedText.Read(table.Slice(PfrTableLayout.Name, PacketFilterNames.TableSize)),
        (PacketFilterTableFlags)BinaryPrimitives.ReadInt32LittleEndian(table[PfrTableLayout.Flags..]));

    private static void Require(PacketFilterTable table, bool isNameWanted)
    {
        PacketFilterNames.RequireAnchor(table.Anchor);
        if (isNameWanted)
        {
            PacketFilterNames.RequireTable(table.Name);
        }
    }

    private static void WriteTable(Span<byte> destination, PacketFilterTable table)
    {
        FixedText.Write(destination.Slice(PfrTableLayout.Anchor, PacketFilterNames.AnchorPathSize), table.Anchor, "The anchor");
        FixedText.Write(destination.Slice(PfrTableLayout.Name, PacketFilterNames.TableSize), table.Name, "The table");
        BinaryPrimitives.WriteInt32LittleEndian(destination[PfrTableLayout.Flags..], (int)table.Flags);
    }
}
