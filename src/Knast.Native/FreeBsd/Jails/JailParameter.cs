using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Jails;

/// <summary>A parameter of a jail with its value (jail(8), PARAMETERS).</summary>
public sealed class JailParameter
{
    private readonly byte[] _value;

    private JailParameter(string name, JailParameterKind kind, byte[] value)
    {
        Name = name;
        Kind = kind;
        _value = value;
    }

    /// <summary>Its name, such as <c>allow.raw_sockets</c>.</summary>
    public string Name { get; }

    /// <summary>What its value is.</summary>
    public JailParameterKind Kind { get; }

    /// <summary>The value as jail_get(2) gives it.</summary>
    public ReadOnlySpan<byte> Bytes => _value;

    /// <summary>A string.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">It holds a NUL.</exception>
    public static JailParameter Text(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Contains('\0', StringComparison.Ordinal)
            ? throw new ArgumentException($"The jail parameter {name} is given \"{value.Replace("\0", "\\0", StringComparison.Ordinal)}\", which holds a NUL character.")
            : new JailParameter(name, JailParameterKind.Text, [.. Encoding.UTF8.GetBytes(value), 0]);
    }

    /// <summary>An <c>int</c>.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    public static JailParameter Number(string name, int value) => new(name, JailParameterKind.Number, Encode(value));

    /// <summary>An <c>unsigned long</c>, as <c>host.hostid</c> is.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    public static JailParameter LongNumber(string name, ulong value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return new JailParameter(name, JailParameterKind.LongNumber, bytes);
    }

    /// <summary>A flag.</summary>
    /// <param name="name">The parameter's name, without <c>no</c>.</param>
    /// <param name="value">Whether it is on.</param>
    public static JailParameter Flag(string name, bool value) => new(name, JailParameterKind.Flag, Encode(value ? 1 : 0));

    /// <summary>What the jail has of a part of the system.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    public static JailParameter System(string name, JailSystem value) => new(name, JailParameterKind.System, Encode((int)value));

    /// <summary>
    /// Addresses, all of them IPv4 for <c>ip4.addr</c>, all of them IPv6 for <c>ip6.addr</c>. None at all forbids the family.
    /// </summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="family">The family.</param>
    /// <param name="addresses">The addresses; the first is the jail's own when it does not choose one.</param>
    /// <exception cref="ArgumentException">An address is of another family, or the family is neither.</exception>
    public static JailParameter Addresses(string name, AddressFamily family, IReadOnlyList<IPAddress> addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        JailParameterKind kind = family switch
        {
            AddressFamily.InterNetwork => JailParameterKind.Addresses4,
            AddressFamily.InterNetworkV6 => JailParameterKind.Addresses6,
            _ => throw new ArgumentException($"The jail parameter {name} takes IPv4 or IPv6 addresses, not {family}."),
        };
        foreach (IPAddress address in addresses)
        {
            if (address.AddressFamily != family)
            {
                throw new ArgumentException($"The jail parameter {name} takes addresses of {family}, and {address} is none.");
            }
        }

        return new JailParameter(name, kind, [.. addresses.SelectMany(static address => address.GetAddressBytes())]);
    }

    /// <summary>Bytes that the caller made.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    public static JailParameter Structure(string name, ReadOnlySpan<byte> value) => new(name, JailParameterKind.Structure, value.ToArray());

    /// <summary>The value as a string.</summary>
    public string AsText() => FixedText.Read(_value);

    /// <summary>The value as a number.</summary>
    /// <exception cref="InvalidDataException">It has neither 4 nor 8 bytes.</exception>
    public long AsNumber() => _value.Length switch
    {
        4 => BinaryPrimitives.ReadInt32LittleEndian(_value),
        8 => BinaryPrimitives.ReadInt64LittleEndian(_value),
        _ => throw new InvalidDataException($"The jail parameter {Name} has {_value.Length} bytes, which is no number."),
    };

    /// <summary>The value as a flag.</summary>
    /// <exception cref="InvalidDataException">It is no number.</exception>
    public bool AsFlag() => AsNumber() != 0;

    /// <summary>The value as what the jail has of a part of the system.</summary>
    /// <exception cref="InvalidDataException">It is no number.</exception>
    public JailSystem AsSystem() => (JailSystem)AsNumber();

    /// <summary>The value as addresses.</summary>
    /// <exception cref="InvalidDataException">Its length is none of addresses.</exception>
    public IReadOnlyList<IPAddress> AsAddresses()
    {
        int size = Kind == JailParameterKind.Addresses6 ? 16 : 4;
        return _value.Length % size != 0
            ? throw new InvalidDataException($"The jail parameter {Name} has {_value.Length} bytes; an address has {size}.")
            : [.. _value.Chunk(size).Select(static bytes => new IPAddress(bytes))];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}={Describe()}";

    /// <summary>A value that the kernel gave.</summary>
    internal static JailParameter Read(string name, JailParameterKind kind, ReadOnlySpan<byte> value) => new(name, kind, value.ToArray());

    /// <summary>
    /// The name that jail_set(2) takes: a flag that is off has <c>no</c> before the last part (<c>allow.mount.nodevfs</c>).
    /// </summary>
    internal string NameToSet()
    {
        if (Kind != JailParameterKind.Flag || AsFlag())
        {
            return Name;
        }

        int last = Name.LastIndexOf('.') + 1;
        return Name[..last] + "no" + Name[last..];
    }

    /// <summary>The value that jail_set(2) takes: none for a flag.</summary>
    internal ReadOnlySpan<byte> ValueToSet() => Kind == JailParameterKind.Flag ? default : _value;

    private static byte[] Encode(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private string Describe() => Kind switch
    {
        JailParameterKind.Text => AsText(),
        JailParameterKind.System => AsSystem().ToString(),
        JailParameterKind.Addresses4 or JailParameterKind.Addresses6 => string.Join(',', AsAddresses()),
        JailParameterKind.Structure => Convert.ToHexString(_value),
        _ => AsNumber().ToString(),
    };
}
