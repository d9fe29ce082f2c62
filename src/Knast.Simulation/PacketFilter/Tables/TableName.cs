using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;

namespace Knast.Simulation.PacketFilter.Tables;

/// <summary>How a table is named (struct pfr_table).</summary>
/// <param name="Anchor">The path of its anchor.</param>
/// <param name="Name">Its name.</param>
/// <param name="Flags">Its flags.</param>
/// <param name="IsWhole">Whether both texts are written as they must be: with an end, and nothing behind it.</param>
internal readonly record struct TableName(string Anchor, string Name, PacketFilterTableFlags Flags, bool IsWhole)
{
    public static TableName Read(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> anchor = bytes.Slice(PfrTableLayout.Anchor, PacketFilterNames.AnchorPathSize);
        ReadOnlySpan<byte> name = bytes.Slice(PfrTableLayout.Name, PacketFilterNames.TableSize);
        var flags = (PacketFilterTableFlags)BinaryPrimitives.ReadInt32LittleEndian(bytes[PfrTableLayout.Flags..]);
        bool isWhole = name[0] != 0 && IsText(name) && IsText(anchor);
        return new TableName(FixedText.Read(anchor).TrimStart('/'), FixedText.Read(name), flags, isWhole);
    }

    /// <summary>Writes a table.</summary>
    public static void Write(Span<byte> bytes, FilterTable table)
    {
        bytes[..PfrTableLayout.Size].Clear();
        FixedText.Write(bytes.Slice(PfrTableLayout.Anchor, PacketFilterNames.AnchorPathSize), table.Anchor.Path, "The anchor");
        FixedText.Write(bytes.Slice(PfrTableLayout.Name, PacketFilterNames.TableSize), table.Name, "The name");
        BinaryPrimitives.WriteInt32LittleEndian(bytes[PfrTableLayout.Flags..], (int)table.Flags);
    }

    /// <summary>Whether a field holds a text with an end and nothing behind it.</summary>
    public static bool IsText(ReadOnlySpan<byte> field)
    {
        int end = field.IndexOf((byte)0);
        return end >= 0 && !field[end..].ContainsAnyExcept((byte)0);
    }

    /// <summary>It can be a table (pfr_validate_table).</summary>
    /// <param name="allowed">The flags that may be set.</param>
    /// <param name="isChange">Whether it is to be changed, which those of interfaces are not.</param>
    /// <exception cref="KernelError">EINVAL.</exception>
    public void Require(PacketFilterTableFlags allowed = PacketFilterTableFlags.None, bool isChange = true) => KernelError.Unless(
        IsWhole && (Flags & ~allowed) == 0 && !(isChange && Anchor == FilterTables.ReservedAnchor), ErrorCode.EINVAL);
}
