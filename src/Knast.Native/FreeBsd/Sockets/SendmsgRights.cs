using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Sockets;

/// <summary>sendmsg(2) with SCM_RIGHTS: hands a descriptor to whoever reads the other end of a UNIX socket (unix(4)).</summary>
public static class SendmsgRights
{
    private const int ControlHeader = 16;
    private const int ControlLength = 24;

    [AbiConstant("MSG_NOSIGNAL")]
    private const int NoSignal = 0x20000;

    [AbiConstant("MSG_EOR")]
    private const int EndOfRecord = 8;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">The socket.</param>
    /// <param name="descriptor">What is handed over.</param>
    /// <param name="message">Bytes that go with it, at least one.</param>
    /// <param name="endsRecord">
    /// Whether the message is one by itself (MSG_EOR): right on <see cref="SocketKind.SequencedPackets"/>, refused with EINVAL on <see cref="SocketKind.Stream"/>.
    /// </param>
    public static SystemCall Compose(KernelTarget target, Operand socket, Operand descriptor, ReadOnlySpan<byte> message, bool endsRecord = false)
    {
        ArgumentOutOfRangeException.ThrowIfZero(message.Length, nameof(message));
        SystemCall call = FreeBsdSystemCall.Sendmsg(target).Argument(socket);
        call.Subject = "SCM_RIGHTS";
        BlockReference header = call.AddBlock(MsghdrLayout.Size, BlockDirection.In);
        BlockReference vector = call.AddBlock(IovecLayout.Size, BlockDirection.In);
        BlockReference data = call.AddBlock(message.Length, BlockDirection.In);
        BlockReference control = call.AddBlock(ControlLength, BlockDirection.In);
        message.CopyTo(call.Bytes(data));
        call.Point(header, MsghdrLayout.Vector, vector);
        call.Write(header, MsghdrLayout.VectorLength, 4, 1);
        call.Point(header, MsghdrLayout.Control, control);
        call.Write(header, MsghdrLayout.ControlLength, 4, ControlLength);
        call.Point(vector, IovecLayout.Base, data);
        call.Write(vector, IovecLayout.Length, 8, message.Length);
        call.Write(control, CmsghdrLayout.Length, 4, ControlHeader + 4);
        call.Write(control, CmsghdrLayout.Level, 4, CmsghdrLayout.SocketLevel);
        call.Write(control, CmsghdrLayout.Type, 4, CmsghdrLayout.Rights);
        call.Write(control, ControlHeader, 4, descriptor);
        return call.Argument(header).Argument(NoSignal | (endsRecord ? EndOfRecord : 0));
    }

    /// <summary>Hands a descriptor over.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">The socket.</param>
    /// <param name="descriptor">What is handed over; it stays open here.</param>
    /// <param name="message">Bytes that go with it, at least one.</param>
    /// <param name="endsRecord">Whether the message is one by itself (MSG_EOR), as <see cref="Compose"/> explains.</param>
    /// <exception cref="NativeException">
    /// EPIPE: nobody reads; EOPNOTSUPP: it cannot be handed over (a kqueue); EAGAIN, EMSGSIZE.
    /// </exception>
    public static void Invoke(IKernel kernel, KernelDescriptor socket, KernelDescriptor descriptor, ReadOnlySpan<byte> message, bool endsRecord = false)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, descriptor, message, endsRecord);
        kernel.Require(call);
    }
}
