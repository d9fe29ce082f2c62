using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Processes;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Launching;

/// <summary>What a player says to its starter, and hears.</summary>
internal sealed class PlayerFrames(SimulatedMachine machine, Process process)
{
    /// <summary>Sends a frame, into the file that has taken the socket's place if one has.</summary>
    /// <returns>Whether it was delivered.</returns>
    public bool Send(FrameKind kind, uint tag, ulong value, int descriptor)
    {
        byte[] frame = new byte[ProgramFormat.FrameSize];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)kind);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(4), tag);
        BinaryPrimitives.WriteUInt64LittleEndian(frame.AsSpan(8), value);
        return Do(call =>
        {
            OpenFile to = process.Descriptors.Get(ProgramFormat.ReportDescriptor);
            IReadOnlyList<OpenFile> rights = descriptor < 0 ? [] : [process.Descriptors.Get(descriptor)];
            return to is SocketFile socket
                ? socket.Send(call, frame, rights, MessageFlags.NoSignal | MessageFlags.EndOfRecord, null)
                : to.Write(call, frame, null);
        }) >= 0;
    }

    /// <summary>Waits for the go-ahead.</summary>
    /// <returns>False where nobody will give it any more.</returns>
    public bool Await() => Do(call =>
    {
        byte[] one = new byte[1];
        OpenFile from = process.Descriptors.Get(ProgramFormat.ReportDescriptor);
        SocketFile socket = from as SocketFile ?? throw new KernelError(ErrorCode.ENOTSOCK);
        return socket.Receive(call, one, MessageFlags.None).Count;
    }) == 1;

    private int Do(Func<CallContext, int> act)
    {
        lock (machine.Gate)
        {
            try
            {
                return act(new CallContext(machine, process, process.Memory, []));
            }
            catch (KernelError)
            {
                return -1;
            }
            finally
            {
                machine.Changed();
            }
        }
    }
}
