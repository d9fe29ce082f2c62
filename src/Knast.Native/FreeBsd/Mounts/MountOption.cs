using System.Text;

namespace Knast.Native.FreeBsd.Mounts;

/// <summary>An option of nmount(2): a name, and a value where it has one.</summary>
public sealed class MountOption
{
    private readonly byte[] _value;

    private MountOption(string name, byte[] value)
    {
        Name = name;
        _value = value;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its value with the NUL; empty for one that is there or not.</summary>
    public ReadOnlySpan<byte> Value => _value;

    /// <summary>One that is there or not, such as <c>linrdlnk</c>, <c>rw</c>.</summary>
    /// <param name="name">Its name.</param>
    public static MountOption Flag(string name) => new(name, []);

    /// <summary>One with a string; numbers are decimal, modes octal, sizes may end with k, m, g, t.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">It holds a NUL.</exception>
    public static MountOption Text(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Contains('\0', StringComparison.Ordinal)
            ? throw new ArgumentException($"The mount option {name} is given \"{value.Replace("\0", "\\0", StringComparison.Ordinal)}\", which holds a NUL character.")
            : new MountOption(name, [.. Encoding.UTF8.GetBytes(value), 0]);
    }

    /// <summary>Takes an option as people write it: <c>name</c> or <c>name=value</c>.</summary>
    /// <param name="option">The option.</param>
    public static MountOption Parse(string option)
    {
        ArgumentException.ThrowIfNullOrEmpty(option);
        int equals = option.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? Flag(option) : Text(option[..equals], option[(equals + 1)..]);
    }

    /// <inheritdoc/>
    public override string ToString() => _value.Length == 0 ? Name : $"{Name}={Encoding.UTF8.GetString(_value.AsSpan(..^1))}";
}
