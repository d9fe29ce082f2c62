using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Processes;

/// <summary>sigaction(2) and sigprocmask(2).</summary>
internal static class SignalCalls
{
    private const int ActionSize = 32;
    private const int SetSize = 16;
    private const ulong Default = 0;
    private const ulong Ignore = 1;
    private const int BlockThem = 1;
    private const int UnblockThem = 2;
    private const int SetMask = 3;

    public static void Register(SystemCallTable table)
    {
        table.Add(416, Action);
        table.Add(340, Mask);
    }

    private static long Action(CallContext call)
    {
        int signal = call.Int32(0);
        KernelError.Unless(signal is > 0 and <= Signal.Largest, ErrorCode.EINVAL);
        SignalState signals = call.Process.Signals;
        if (call.Address(2) != 0)
        {
            Span<byte> old = call.Memory.Write(call.Address(2), ActionSize);
            old.Clear();
            BinaryPrimitives.WriteUInt64LittleEndian(old, signals.IsIgnored(signal) ? Ignore : Default);
        }

        if (call.Address(1) != 0)
        {
            ulong handler = BinaryPrimitives.ReadUInt64LittleEndian(call.Memory.Read(call.Address(1), ActionSize));
            bool isFixed = signal is Signal.Kill or Signal.Stop;
            KernelError.Unless(!isFixed || handler == Default, ErrorCode.EINVAL);
            signals.Dispose(signal, handler == Ignore, handler > Ignore);
        }

        return 0;
    }

    private static long Mask(CallContext call)
    {
        SignalState signals = call.Process.Signals;
        byte[] old = new byte[SetSize];
        foreach (int signal in signals.Blocked)
        {
            old[(signal - 1) / 8] |= (byte)(1 << ((signal - 1) % 8));
        }

        if (call.Address(1) != 0)
        {
            ReadOnlySpan<byte> set = call.Memory.Read(call.Address(1), SetSize);
            for (int signal = 1; signal <= Signal.Largest; signal++)
            {
                Apply(signals, call.Int32(0), signal, (set[(signal - 1) / 8] & (1 << ((signal - 1) % 8))) != 0);
            }
        }

        if (call.Address(2) != 0)
        {
            call.Memory.Write(call.Address(2), old);
        }

        return 0;
    }

    private static void Apply(SignalState signals, int how, int signal, bool isInSet)
    {
        KernelError.Unless(how is BlockThem or UnblockThem or SetMask, ErrorCode.EINVAL);
        if (how == SetMask || isInSet)
        {
            signals.Block(signal, isInSet && how != UnblockThem);
        }
    }
}
