using System.Buffers.Binary;
using System.Net.Sockets;

namespace Knast.Native.Remote;

/// <summary>A connection to an agent: one frame there, one frame back. Not for several threads at a time.</summary>
internal sealed class AgentConnection : IDisposable
{
    // Longer than any call may block there, so that a slow answer is told apart from a lost one.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly AgentAddress _address;
    private readonly Socket _socket;
    private byte[] _reply = new byte[4096];

    private AgentConnection(AgentAddress address, Socket socket)
    {
        _address = address;
        _socket = socket;
    }

    /// <summary>The frame to be sent next.</summary>
    public FrameBuffer Frame { get; } = new();

    /// <summary>Whether the connection is lost or was closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Connects.</summary>
    /// <exception cref="IOException">Nobody listens there.</exception>
    public static AgentConnection Open(AgentAddress address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = (int)s_patience.TotalMilliseconds,
            SendTimeout = (int)s_patience.TotalMilliseconds,
        };
        try
        {
            socket.Connect(address.Host, address.Port);
            return new AgentConnection(address, socket);
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new IOException($"No agent at {address}: {exception.Message}", exception);
        }
    }

    /// <summary>Sends the frame and receives the answer.</summary>
    /// <param name="purpose">What it is about, for messages.</param>
    /// <returns>The answer without its header; good until the next exchange.</returns>
    /// <exception cref="IOException">The connection is lost.</exception>
    /// <exception cref="InvalidDataException">The answer is malformed.</exception>
    public ReadOnlySpan<byte> Exchange(string purpose)
    {
        if (IsClosed)
        {
            throw new IOException($"{purpose}: the connection to the agent at {_address} is closed.");
        }

        try
        {
            Send(Frame.Bytes);
            Receive(_reply.AsSpan(0, AgentProtocol.HeaderSize), purpose);
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(_reply);
            uint verb = BinaryPrimitives.ReadUInt32LittleEndian(_reply.AsSpan(4));
            if (length > AgentProtocol.LargestFrame || verb != BinaryPrimitives.ReadUInt32LittleEndian(Frame.Bytes[4..]))
            {
                Dispose();
                throw new InvalidDataException($"{purpose}: the agent at {_address} answered with verb {verb} and {length} bytes.");
            }

            if (_reply.Length < length)
            {
                _reply = new byte[length];
            }

            Receive(_reply.AsSpan(0, (int)length), purpose);
            return _reply.AsSpan(0, (int)length);
        }
        catch (SocketException exception)
        {
            Dispose();
            throw new IOException($"{purpose}: the connection to the agent at {_address} is lost: {exception.Message}", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        IsClosed = true;
        _socket.Dispose();
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[_socket.Send(bytes)..];
        }
    }

    private void Receive(Span<byte> bytes, string purpose)
    {
        while (!bytes.IsEmpty)
        {
            int count = _socket.Receive(bytes);
            if (count == 0)
            {
                Dispose();
                throw new IOException($"{purpose}: the agent at {_address} closed the connection.");
            }

            bytes = bytes[count..];
        }
    }
}
