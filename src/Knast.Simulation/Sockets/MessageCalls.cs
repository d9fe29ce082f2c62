using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Sockets;

/// <summary>sendto(2), sendmsg(2), recvfrom(2) and recvmsg(2).</summary>
internal static class MessageCalls
{
    private const int ControlAlignment = 8;

    public static void Register(SystemCallTable table)
    {
        table.Add(133, SendTo);
        table.Add(28, Send);
        table.Add(29, ReceiveFrom);
        table.Add(27, Receive);
    }

    private static long SendTo(CallContext call)
    {
        SocketFile socket = SocketCalls.Socket(call, 0);
        byte[]? to = call.Address(4) == 0 ? null : call.Memory.Read(call.Address(4), call.Int32(5)).ToArray();
        return socket.Send(call, call.Memory.Read(call.Address(1), call.Length(2)), [], (MessageFlags)call.Int32(3), to);
    }

    private static long Send(CallContext call)
    {
        SocketFile socket = SocketCalls.Socket(call, 0);
        var header = new MessageHeader(call.Memory, call.Address(1));
        byte[]? to = header.Name == 0 ? null : call.Memory.Read(header.Name, header.NameLength).ToArray();
        IReadOnlyList<OpenFile> rights = header.Control == 0 ? [] : ControlMessages.Read(call.Process, call.Memory.Read(header.Control, header.ControlLength));
        return socket.Send(call, MessageHeader.Gather(call.Memory, header.Vectors), rights, (MessageFlags)call.Int32(2), to);
    }

    private static long ReceiveFrom(CallContext call)
    {
        SocketFile socket = SocketCalls.Socket(call, 0);
        Received received = socket.Receive(call, call.Memory.Write(call.Address(1), call.Length(2)), (MessageFlags)call.Int32(3));
        foreach (OpenFile right in received.Rights)
        {
            right.Release();
        }

        if (call.Address(4) != 0 && call.Address(5) != 0)
        {
            SocketCalls.WriteName(call, received.From, 4);
        }

        return received.Count;
    }

    private static long Receive(CallContext call)
    {
        SocketFile socket = SocketCalls.Socket(call, 0);
        var header = new MessageHeader(call.Memory, call.Address(1));
        var flags = (MessageFlags)call.Int32(2);
        byte[] bytes = new byte[header.Length];
        Received received = socket.Receive(call, bytes, flags & ~MessageFlags.CloseOnExec);
        MessageHeader.Scatter(call.Memory, header.Vectors, bytes.AsSpan(0, received.Count));
        int room = header.Control == 0 ? 0 : header.ControlLength;
        (byte[] control, bool isTruncated) = ControlMessages.Write(call.Process, received.Rights, room, flags.HasFlag(MessageFlags.CloseOnExec));
        call.Memory.Write(header.Control, control);
        int nameLength = header.Name == 0 ? 0 : Math.Min(header.NameLength, received.From.Length);
        call.Memory.Write(header.Name, received.From.AsSpan(0, nameLength));
        int controlLength = Math.Min(room, (control.Length + ControlAlignment - 1) & ~(ControlAlignment - 1));
        header.WriteBack(
            nameLength, controlLength, (flags & ~MessageFlags.CloseOnExec) | received.Flags | (isTruncated ? MessageFlags.ControlTruncated : 0));
        return received.Count;
    }
}
