namespace Knast.Native.FreeBsd.Routes;

/// <summary>The socket addresses behind the header of a routing message: each present one in order, padded to the size of a long.</summary>
internal static class RouteSockaddrs
{
    private const int Alignment = 8;

    /// <summary>How many bytes a socket address of so many takes (SA_SIZE): an empty one takes a whole long.</summary>
    public static int PaddedLength(int length) => length == 0 ? Alignment : (length + Alignment - 1) & ~(Alignment - 1);

    /// <summary>Finds one of them.</summary>
    /// <param name="bytes">What follows the header.</param>
    /// <param name="present">Which are there.</param>
    /// <param name="wanted">The one wanted.</param>
    /// <returns>Empty where it is not there or the message ends before.</returns>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> bytes, RouteAddresses present, RouteAddresses wanted)
    {
        if ((present & wanted) == 0)
        {
            return default;
        }

        for (int bit = 1; bytes.Length != 0; bit <<= 1)
        {
            if (((int)present & bit) == 0)
            {
                continue;
            }

            int length = bytes[0];
            if (length > bytes.Length)
            {
                return default;
            }

            if (bit == (int)wanted)
            {
                return bytes[..Math.Max(length, Math.Min(2, bytes.Length))];
            }

            bytes = bytes[Math.Min(PaddedLength(length), bytes.Length)..];
        }

        return default;
    }
}
