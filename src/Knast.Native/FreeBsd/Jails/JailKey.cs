using System.Buffers.Binary;
using System.Text;

namespace Knast.Native.FreeBsd.Jails;

/// <summary>Which jail jail_get(2) is asked for.</summary>
public sealed class JailKey
{
    private readonly byte[] _value;

    private JailKey(string parameter, byte[] value, string description)
    {
        Parameter = parameter;
        _value = value;
        Description = description;
    }

    /// <summary>The parameter that says which.</summary>
    internal string Parameter { get; }

    /// <summary>Its value.</summary>
    internal ReadOnlySpan<byte> Value => _value;

    /// <summary>The key in words, for messages.</summary>
    internal string Description { get; }

    /// <summary>The jail with an id.</summary>
    /// <param name="jid">The id, above 0.</param>
    public static JailKey Id(int jid)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(jid);
        return new JailKey("jid", Encode(jid), $"jid={jid}");
    }

    /// <summary>The jail with a name; where a dying one has the same, the living one.</summary>
    /// <param name="name">The name, seen from the asking jail (<c>parent.child</c>).</param>
    /// <exception cref="ArgumentException">It is empty or holds a NUL.</exception>
    public static JailKey Name(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name.Contains('\0', StringComparison.Ordinal)
            ? throw new ArgumentException("The name of a jail holds a NUL character.", nameof(name))
            : new JailKey("name", [.. Encoding.UTF8.GetBytes(name), 0], $"name={name}");
    }

    /// <summary>The jail with the lowest id above another.</summary>
    /// <param name="jid">The id, 0 for the first jail.</param>
    public static JailKey After(int jid) => new("lastjid", Encode(jid), $"lastjid={jid}");

    /// <inheritdoc/>
    public override string ToString() => Description;

    private static byte[] Encode(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
