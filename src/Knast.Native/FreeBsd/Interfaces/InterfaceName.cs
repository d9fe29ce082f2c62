using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>Names of interfaces: up to 15 bytes (net/if.h, IFNAMSIZ). Groups of interfaces are named under the same limit.</summary>
internal static class InterfaceName
{
    /// <summary>The field's bytes, one of which is the NUL's.</summary>
    [AbiConstant("IFNAMSIZ")]
    public const int FieldSize = 16;

    /// <summary>Demands a name.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or holds a NUL.</exception>
    public static void Require(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        FixedText.Require(name, FieldSize, "The interface name");
    }

    /// <summary>Writes a name into its field.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or holds a NUL.</exception>
    public static void Write(Span<byte> field, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        FixedText.Write(field[..FieldSize], name, "The interface name");
    }

    /// <summary>Reads a name from its field.</summary>
    public static string Read(ReadOnlySpan<byte> field) => FixedText.Read(field[..Math.Min(FieldSize, field.Length)]);
}
