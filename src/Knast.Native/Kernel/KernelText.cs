using System.Text;

namespace Knast.Native.Kernel;

/// <summary>A string for a kernel: UTF-16 of ours or raw bytes, as file names are.</summary>
public readonly ref struct KernelText
{
    private readonly string? _text;
    private readonly ReadOnlySpan<byte> _bytes;

    private KernelText(string? text, ReadOnlySpan<byte> bytes)
    {
        _text = text;
        _bytes = bytes;
    }

    /// <summary>Its length in bytes, without the NUL.</summary>
    public int ByteCount => _text is null ? _bytes.Length : Encoding.UTF8.GetByteCount(_text);

    /// <summary>Takes a string, in UTF-8.</summary>
    /// <param name="text">The string.</param>
    public static implicit operator KernelText(string text) => new(text, default);

    /// <summary>Takes bytes as they are.</summary>
    /// <param name="bytes">The bytes, without a NUL.</param>
    public static implicit operator KernelText(ReadOnlySpan<byte> bytes) => new(null, bytes);

    /// <summary>Writes the bytes.</summary>
    /// <param name="destination">At least <see cref="ByteCount"/> bytes.</param>
    /// <exception cref="ArgumentException">A NUL is in the string: a kernel would see another string than the caller.</exception>
    public void CopyTo(Span<byte> destination)
    {
        if (_text is null)
        {
            _bytes.CopyTo(destination);
        }
        else
        {
            Encoding.UTF8.GetBytes(_text, destination);
        }

        if (destination[..ByteCount].Contains((byte)0))
        {
            throw new ArgumentException($"\"{ToString().Replace("\0", "\\0", StringComparison.Ordinal)}\" holds a NUL character, which no kernel string can.");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text ?? Encoding.UTF8.GetString(_bytes);
}
