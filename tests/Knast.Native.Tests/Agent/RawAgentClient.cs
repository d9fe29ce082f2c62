using System.Net.Sockets;
using Knast.Native.Remote;

namespace Knast.Native.Tests.Agent;

/// <summary>A client that sends what it likes.</summary>
internal sealed class RawAgentClient : IDisposable
{
    private readonly AgentProcess _agent;
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 20_000 };

    public RawAgentClient(AgentProcess agent)
    {
        _agent = agent;
        _socket.Connect(agent.Address.Host, agent.Address.Port);
    }

    public void Greet()
    {
        var frame = new FrameBuffer();
        HelloFrame.Write(frame, _agent.Token);
        Send(frame.Bytes);
        Assert.Equal((byte)AgentVerb.Hello, Receive()![4]);
    }

    public void Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _socket.Send(bytes);
        }
        catch (SocketException)
        {
            // The agent may have had enough of an earlier part; what it answers tells.
        }
    }

    /// <summary>A frame with its header, or null where the agent closed.</summary>
    public byte[]? Receive()
    {
        byte[]? header = Receive(AgentProtocol.HeaderSize);
        return header is null ? null : [.. header, .. Receive(BitConverter.ToInt32(header)) ?? []];
    }

    public bool IsClosedByAgent() => Receive() is null;

    public void Dispose() => _socket.Dispose();

    private byte[]? Receive(int length)
    {
        byte[] bytes = new byte[length];
        for (int done = 0; done < length;)
        {
            int count;
            try
            {
                count = _socket.Receive(bytes.AsSpan(done));
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
            {
                return null;
            }

            if (count == 0)
            {
                return null;
            }

            done += count;
        }

        return bytes;
    }
}
