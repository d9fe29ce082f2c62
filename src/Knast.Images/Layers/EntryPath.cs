namespace Knast.Images.Layers;

/// <summary>Paths of entries, as bytes relative to the root of a tree.</summary>
internal static class EntryPath
{
    private const byte Separator = (byte)'/';

    /// <summary>
    /// The path without a slash at its ends, without empty parts and "."; ".." goes up, but never above the root, as it does in a
    /// root directory. Empty for the root itself.
    /// </summary>
    public static byte[] Normalize(ReadOnlySpan<byte> path)
    {
        byte[] result = new byte[path.Length];
        int length = 0;
        while (!path.IsEmpty)
        {
            int end = path.IndexOf(Separator);
            ReadOnlySpan<byte> part = end < 0 ? path : path[..end];
            path = end < 0 ? [] : path[(end + 1)..];
            if (part.SequenceEqual(".."u8))
            {
                length = Math.Max(result.AsSpan(0, length).LastIndexOf(Separator), 0);
            }
            else if (!part.IsEmpty && !part.SequenceEqual("."u8))
            {
                if (length > 0)
                {
                    result[length++] = Separator;
                }

                part.CopyTo(result.AsSpan(length));
                length += part.Length;
            }
        }

        return length == result.Length ? result : result[..length];
    }

    /// <summary>The path of the directory that holds a path.</summary>
    public static ReadOnlySpan<byte> Parent(ReadOnlySpan<byte> path) => path[..Math.Max(path.LastIndexOf(Separator), 0)];

    /// <summary>The last part of a path.</summary>
    public static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> path) => path[(path.LastIndexOf(Separator) + 1)..];

    /// <summary>The path of a name in a directory.</summary>
    public static byte[] Join(ReadOnlySpan<byte> directory, ReadOnlySpan<byte> name) =>
        directory.IsEmpty ? name.ToArray() : [.. directory, Separator, .. name];
}
