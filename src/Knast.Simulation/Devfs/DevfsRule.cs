using System.Buffers.Binary;
using System.Text;

namespace Knast.Simulation.Devfs;

/// <summary>A rule of devfs(8) (struct devfs_rule).</summary>
internal sealed class DevfsRule
{
    /// <summary>Bytes of the structure.</summary>
    public const int Size = 236;

    private const uint MagicNumber = 0xdb0a087a;
    private const int PathOffset = 16;
    private const int PathSize = 200;

    private readonly byte[] _bytes;

    private DevfsRule(byte[] bytes)
    {
        _bytes = bytes;
    }

    public bool HasMagic => Read32(0) == MagicNumber;

    /// <summary>The ruleset in the upper half, the rule's number in the lower.</summary>
    public uint Id
    {
        get => Read32(4);
        set => BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(4), value);
    }

    public ushort Ruleset => (ushort)(Id >> 16);

    public ushort Number => (ushort)Id;

    public bool HasDriverFlags => (Read32(8) & 1) != 0;

    public bool HasPattern => (Read32(8) & 2) != 0;

    public bool HasHiding => (Read32(216) & 1) != 0;

    public bool HasUser => (Read32(216) & 2) != 0;

    public bool HasGroup => (Read32(216) & 4) != 0;

    public bool HasMode => (Read32(216) & 8) != 0;

    public bool HasInclude => (Read32(216) & 0x10) != 0;

    public bool Hides => (Read32(220) & 1) != 0;

    public bool Unhides => (Read32(220) & 2) != 0;

    public uint User => Read32(224);

    public uint Group => Read32(228);

    public uint Mode => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(232));

    public ushort Include => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(234));

    /// <summary>The pattern of paths.</summary>
    public string Pattern
    {
        get
        {
            string text = Encoding.Latin1.GetString(_bytes, PathOffset, PathSize);
            return text.Contains('\0', StringComparison.Ordinal) ? text[..text.IndexOf('\0', StringComparison.Ordinal)] : text;
        }
    }

    public ReadOnlySpan<byte> Bytes => _bytes;

    public static DevfsRule Read(ReadOnlySpan<byte> bytes) => new(bytes[..Size].ToArray());

    /// <summary>A rule that hides everything.</summary>
    public static DevfsRule HideAll(ushort ruleset) => New(ruleset, static bytes => (bytes[216], bytes[220]) = (1, 1));

    /// <summary>A rule that shows what fits a pattern.</summary>
    public static DevfsRule Unhiding(ushort ruleset, string pattern) => New(ruleset, bytes =>
    {
        (bytes[8], bytes[216], bytes[220]) = (2, 1, 2);
        Encoding.Latin1.GetBytes(pattern, bytes.AsSpan(PathOffset));
    });

    /// <summary>A rule that carries another ruleset out.</summary>
    public static DevfsRule Including(ushort ruleset, ushort included) => New(ruleset, bytes =>
    {
        bytes[216] = 0x10;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(234), included);
    });

    private static DevfsRule New(ushort ruleset, Action<byte[]> fill)
    {
        byte[] bytes = new byte[Size];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, MagicNumber);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)ruleset << 16);
        fill(bytes);
        return new DevfsRule(bytes);
    }

    private uint Read32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(offset));
}
