using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Descriptors;

/// <summary>close(2) and close_range(2).</summary>
internal static class CloseCalls
{
    private const int OnExec = 4;
    private const int OnFork = 8;

    public static void Register(SystemCallTable table)
    {
        table.Add(6, static call =>
        {
            call.Process.Descriptors.Close(call.Int32(0));
            return 0;
        });
        table.Add(575, CloseRange);
    }

    private static long CloseRange(CallContext call)
    {
        uint first = call.UInt32(0);
        uint last = call.UInt32(1);
        int flags = call.Int32(2);
        KernelError.Unless((flags & ~(call.Is15 ? OnExec | OnFork : OnExec)) == 0 && first <= last, ErrorCode.EINVAL);
        if (flags == 0)
        {
            call.Process.Descriptors.CloseRange(first, last);
            return 0;
        }

        foreach (int number in call.Process.Descriptors.All.Select(static entry => entry.Key).Where(number => (uint)number >= first && (uint)number <= last).ToArray())
        {
            call.Process.Descriptors.SetCloseOnExec(number, call.Process.Descriptors.Entry(number).IsCloseOnExec || (flags & OnExec) != 0);
        }

        return 0;
    }
}
