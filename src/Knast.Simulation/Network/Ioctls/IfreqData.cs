using System.Buffers.Binary;
using System.Text;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Simulation.Network.Ioctls;

/// <summary>Reads and writes what requests about interfaces carry (struct ifreq and its relatives, which all begin with a name).</summary>
internal static class IfreqData
{
    /// <summary>The name; a character stands for a byte.</summary>
    public static string Name(ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> field = data[..InterfaceName.FieldSize];
        int end = field.IndexOf((byte)0);
        return Encoding.Latin1.GetString(end < 0 ? field : field[..end]);
    }

    public static void SetName(Span<byte> data, string name)
    {
        Span<byte> field = data[..InterfaceName.FieldSize];
        field.Clear();
        Encoding.Latin1.GetBytes(name.AsSpan(0, Math.Min(name.Length, InterfaceName.FieldSize - 1)), field);
    }

    /// <summary>The number in the union.</summary>
    public static int Number(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadInt32LittleEndian(data[IfreqLayout.Flags..]);

    public static void SetNumber(Span<byte> data, int value) => BinaryPrimitives.WriteInt32LittleEndian(data[IfreqLayout.Flags..], value);

    /// <summary>The pointer in the union.</summary>
    public static ulong Pointer(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt64LittleEndian(data[IfreqLayout.Data..]);

    /// <summary>The socket address in the union.</summary>
    public static Span<byte> Address(Span<byte> data) => data[IfreqLayout.Address..];
}
