using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Sockets;

/// <summary>
/// What was sent to a socket and not received yet. Up to 14, each send on a SOCK_SEQPACKET socket is a record of its own; later only MSG_EOR ends
/// records, and what is sent without it runs together.
/// </summary>
internal sealed class MessageQueue(SocketKind type, bool is15)
{
    private readonly LinkedList<Message> _messages = [];

    /// <summary>Bytes in it.</summary>
    public int ByteCount { get; private set; }

    public bool IsEmpty => _messages.Count == 0;

    private bool IsPerRecord => type == SocketKind.Datagram || (type == SocketKind.SequencedPacket && !is15);

    /// <summary>Adds what was sent.</summary>
    public void Add(Message message)
    {
        if (message.Rest.IsEmpty && message.Rights.Count == 0 && !IsPerRecord)
        {
            return;
        }

        _messages.AddLast(message);
        ByteCount += message.Rest.Length;
    }

    /// <summary>Takes what one receive gets. Something is there.</summary>
    public Received Take(Span<byte> to, bool isPeek)
    {
        Message first = _messages.First!.Value;
        IReadOnlyList<OpenFile> rights = isPeek ? [] : first.TakeRights();
        if (IsPerRecord)
        {
            int count = Math.Min(to.Length, first.Rest.Length);
            first.Rest[..count].CopyTo(to);
            bool isTruncated = count < first.Rest.Length;
            MessageFlags flags = (isTruncated ? MessageFlags.Truncated : MessageFlags.None)
                | (first.EndsRecord && !isTruncated ? MessageFlags.EndOfRecord : MessageFlags.None);
            RemoveFirst(isPeek);
            return new Received(count, flags, rights, first.From);
        }

        return TakeRun(to, isPeek, rights);
    }

    /// <summary>Closes what nobody will receive.</summary>
    public void Clear()
    {
        foreach (OpenFile right in _messages.SelectMany(static message => message.TakeRights()))
        {
            right.Release();
        }

        _messages.Clear();
        ByteCount = 0;
    }

    // Up to the end of a record, or to a message that brings descriptors.
    private Received TakeRun(Span<byte> to, bool isPeek, IReadOnlyList<OpenFile> rights)
    {
        int total = 0;
        for (LinkedListNode<Message>? node = _messages.First; node is not null; node = isPeek ? node.Next : _messages.First)
        {
            Message message = node.Value;
            if (total > 0 && message.Rights.Count > 0)
            {
                break;
            }

            int count = Math.Min(to.Length - total, message.Rest.Length);
            message.Rest[..count].CopyTo(to[total..]);
            total += count;
            bool isWhole = count == message.Rest.Length;
            bool isEnd = isWhole && message.EndsRecord && type == SocketKind.SequencedPacket;
            if (!isPeek)
            {
                message.Take(count);
                ByteCount -= count;
                if (isWhole)
                {
                    _messages.RemoveFirst();
                }
            }

            if (isEnd || !isWhole)
            {
                return new Received(total, isEnd ? MessageFlags.EndOfRecord : MessageFlags.None, rights, []);
            }
        }

        return new Received(total, MessageFlags.None, rights, []);
    }

    private void RemoveFirst(bool isPeek)
    {
        if (!isPeek)
        {
            ByteCount -= _messages.First!.Value.Rest.Length;
            _messages.RemoveFirst();
        }
    }
}
