using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>Our end of a program's report socket. It never blocks: waiting is polling, beside a pipe that a cancellation writes to.</summary>
internal sealed class ReportSocket : IDisposable
{
    private const int ControlSize = 24;
    private const int ControlLength = 20;
    private const int ControlData = 16;
    private const int ControlLengthOffset = 40;
    private const int Rights = 1;

    private readonly IKernel _kernel;
    private readonly KernelDescriptor _socket;
    private (KernelDescriptor Read, KernelDescriptor Write)? _wakeUp;

    /// <summary>Takes ownership of a socket.</summary>
    public ReportSocket(IKernel kernel, KernelDescriptor socket)
    {
        _kernel = kernel;
        _socket = socket;
    }

    /// <summary>Waits for a frame.</summary>
    /// <returns>The frame and the descriptor that came with it, or null at the end of file.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public (ProgramFrame Frame, KernelDescriptor? Descriptor)? Receive(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (cancellation.CanBeCanceled)
        {
            _wakeUp ??= LaunchCalls.Pipe(_kernel);
        }

        using CancellationTokenRegistration registration = cancellation.UnsafeRegister(
            static socket => ((ReportSocket)socket!).WakeUp(), this);
        while (true)
        {
            if (TryReceive(out (ProgramFrame, KernelDescriptor?)? frame))
            {
                return frame;
            }

            LaunchCalls.WaitReadable(_kernel, _socket, _wakeUp?.Read, limit: null);
            if (cancellation.IsCancellationRequested)
            {
                LaunchCalls.ReadByte(_kernel, _wakeUp!.Value.Read);
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Sends the go-ahead byte. Where nobody is there to take it, the next <see cref="Receive"/> says why.</summary>
    /// <exception cref="NativeException">The socket is full: more go-aheads than the program awaits.</exception>
    public void SendGoAhead()
    {
        SystemCallResult result = LaunchCalls.SendByte(_kernel, _socket);
        KernelSystem system = _kernel.Target.System;
        if (result.Failed && ErrorCodes.FromErrno(system, result.Errno) is not (ErrorCode.EPIPE or ErrorCode.ECONNRESET))
        {
            throw new NativeException(system, result.Errno, "sendto", "go-ahead of a program");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket.Dispose();
        _wakeUp?.Read.Dispose();
        _wakeUp?.Write.Dispose();
    }

    private void WakeUp() => LaunchCalls.WriteByte(_kernel, _wakeUp!.Value.Write);

    // False when nothing is there yet.
    private bool TryReceive(out (ProgramFrame Frame, KernelDescriptor? Descriptor)? frame)
    {
        using SystemCall call = LaunchCalls.Rent(_kernel, "recvmsg", 47, 212, 27);
        BlockReference message = call.AddBlock(56, BlockDirection.InOut);
        BlockReference vector = call.AddBlock(16, BlockDirection.In);
        BlockReference bytes = call.AddBlock(ProgramFormat.FrameSize, BlockDirection.Out);
        BlockReference control = call.AddBlock(ControlSize, BlockDirection.Out);
        call.Point(message, 16, vector);
        call.Write(message, 24, 4, 1);
        call.Point(message, 32, control);
        call.Write(message, ControlLengthOffset, 4, ControlSize);
        call.Point(vector, 0, bytes);
        call.Write(vector, 8, 8, ProgramFormat.FrameSize);
        long dontWaitCloseOnExec = LaunchCalls.Choose(_kernel, 0x40 | 0x40000000, 0x80 | 0x40000);
        SystemCallResult result = _kernel.Invoke(call.Argument(_socket).Argument(message).Argument(dontWaitCloseOnExec));
        frame = null;
        if (result.Failed)
        {
            return ErrorCodes.FromErrno(_kernel.Target.System, result.Errno) switch
            {
                ErrorCode.EAGAIN => false,
                // Linux: the program ended with a go-ahead unread. This is said once, before what the program had reported.
                ErrorCode.ECONNRESET => TryReceive(out frame),
                _ => throw new NativeException(_kernel.Target.System, result.Errno, call.Name, "report of a program"),
            };
        }

        if (result.Value > 0)
        {
            KernelDescriptor? descriptor = ReadDescriptor(call, message, control);
            frame = (ProgramFrame.Read(call.Bytes(bytes)[..(int)result.Value]), descriptor);
        }

        return true;
    }

    private KernelDescriptor? ReadDescriptor(SystemCall call, BlockReference message, BlockReference control)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(message)[ControlLengthOffset..]);
        ReadOnlySpan<byte> bytes = call.Bytes(control);
        if (length < ControlLength || BinaryPrimitives.ReadInt32LittleEndian(bytes[(int)LaunchCalls.Choose(_kernel, 12, 8)..]) != Rights)
        {
            return null;
        }

        return new KernelDescriptor(_kernel, BinaryPrimitives.ReadInt32LittleEndian(bytes[ControlData..]));
    }
}
