using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Pipes;

/// <summary>Reading and writing of pipes and FIFOs, with waiting.</summary>
internal static class ChannelTransfer
{
    /// <summary>A write of so many bytes is not mixed with others (PIPE_BUF).</summary>
    private const int AtomicSize = 512;

    public static int Read(CallContext call, ByteChannel channel, Span<byte> bytes, bool isNonBlocking)
    {
        if (bytes.Length == 0)
        {
            return 0;
        }

        bool isReady = call.Wait(() => channel.Count > 0 || channel.Writers == 0, isNonBlocking ? Deadline.Now : default);
        return isReady ? channel.Take(bytes) : throw new KernelError(ErrorCode.EAGAIN);
    }

    public static int Write(CallContext call, ByteChannel channel, ReadOnlySpan<byte> bytes, bool isNonBlocking)
    {
        int done = 0;
        do
        {
            int needed = bytes.Length <= AtomicSize ? bytes.Length : 1;
            bool isReady = call.Wait(() => channel.Readers == 0 || channel.Room >= needed, isNonBlocking ? Deadline.Now : default);
            if (channel.Readers == 0)
            {
                call.Process.Signals.Post(Signal.Pipe);
                throw new KernelError(ErrorCode.EPIPE);
            }

            if (!isReady)
            {
                return done > 0 ? done : throw new KernelError(ErrorCode.EAGAIN);
            }

            done += channel.Put(bytes[done..]);
            call.Machine.Changed();
        }
        while (done < bytes.Length);
        return done;
    }
}
