using System.Buffers.Binary;
using System.Text;
using Knast.Native.FreeBsd.Files;

namespace Knast.Simulation.Files;

/// <summary>Writes struct dirent (sys/dirent.h).</summary>
internal static class EntryWriter
{
    private const int Alignment = 8;
    private const int NextOffset = 8;

    /// <summary>Writes an entry where it fits.</summary>
    /// <param name="to">Room.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="next">The position of the entry after it.</param>
    /// <returns>Bytes; 0 where there is not enough room.</returns>
    public static int TryWrite(Span<byte> to, DirectoryEntry entry, long next)
    {
        int size = (DirentLayout.Name + entry.Name.Length + Alignment) & ~(Alignment - 1);
        if (size > to.Length)
        {
            return 0;
        }

        to[..size].Clear();
        BinaryPrimitives.WriteUInt64LittleEndian(to, entry.Inode);
        BinaryPrimitives.WriteInt64LittleEndian(to[NextOffset..], next);
        BinaryPrimitives.WriteUInt16LittleEndian(to[DirentLayout.RecordLength..], (ushort)size);
        to[DirentLayout.Type] = (byte)((int)entry.Type >> 12);
        BinaryPrimitives.WriteUInt16LittleEndian(to[DirentLayout.NameLength..], (ushort)entry.Name.Length);
        Encoding.Latin1.GetBytes(entry.Name, to[DirentLayout.Name..]);
        return size;
    }
}
