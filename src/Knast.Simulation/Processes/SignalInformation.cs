using System.Buffers.Binary;

namespace Knast.Simulation.Processes;

/// <summary>siginfo_t for a child that changed its state (sys/signal.h).</summary>
internal static class SignalInformation
{
    private const int CodeExited = 1;
    private const int CodeKilled = 2;
    private const int CodeStopped = 5;
    private const int CodeContinued = 6;

    public static void Write(Span<byte> to, Waited waited)
    {
        int signal = waited.Status & 0x7f;
        (int code, int status) = waited.Status == WaitStatus.Continued ? (CodeContinued, Signal.Continue)
            : signal == 0x7f ? (CodeStopped, waited.Status >> 8)
            : signal == 0 ? (CodeExited, waited.Status >> 8)
            : (CodeKilled, signal);
        BinaryPrimitives.WriteInt32LittleEndian(to, Signal.Child);
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], code);
        BinaryPrimitives.WriteInt32LittleEndian(to[12..], waited.Pid);
        BinaryPrimitives.WriteUInt32LittleEndian(to[16..], waited.User);
        BinaryPrimitives.WriteInt32LittleEndian(to[20..], status);
    }
}
