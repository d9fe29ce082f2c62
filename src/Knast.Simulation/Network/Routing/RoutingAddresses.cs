namespace Knast.Simulation.Network.Routing;

/// <summary>The addresses of a routing message: up to eight, those that are there in a fixed order.</summary>
internal sealed class RoutingAddresses
{
    private const int Count = 8;
    private const int Alignment = 8;

    private readonly byte[]?[] _addresses = new byte[]?[Count];

    /// <summary>One of them, as a socket address; empty is one of no length, null is not there.</summary>
    public byte[]? this[RoutingAddress which]
    {
        get => _addresses[(int)which];
        set => _addresses[(int)which] = value;
    }

    /// <summary>Which are there, as bits.</summary>
    public int Present => Enumerable.Range(0, Count).Where(index => _addresses[index] is not null).Sum(static index => 1 << index);

    /// <summary>Makes a message of them, behind a header that the caller fills.</summary>
    /// <param name="headerLength">The header's length.</param>
    /// <param name="isAligned">Whether the message's length is a multiple of eight, as in lists.</param>
    public byte[] ToMessage(int headerLength, bool isAligned)
    {
        var message = new MemoryStream();
        message.SetLength(headerLength);
        message.Position = headerLength;
        foreach (byte[] address in _addresses.OfType<byte[]>())
        {
            message.Write(address);
            message.Write(new byte[Padding(address.Length)]);
        }

        return isAligned ? [.. message.ToArray(), .. new byte[-(int)message.Length & (Alignment - 1)]] : message.ToArray();
    }

    private static int Padding(int length) => length == 0 ? Alignment : -length & (Alignment - 1);
}
