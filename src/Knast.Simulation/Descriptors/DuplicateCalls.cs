using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Descriptors;

/// <summary>dup(2) and dup2(2).</summary>
internal static class DuplicateCalls
{
    public static void Register(SystemCallTable table)
    {
        table.Add(41, static call => call.Process.Descriptors.Add(call.File(0), isCloseOnExec: false));
        table.Add(90, static call => To(call, call.Int32(0), call.Int32(1), isCloseOnExec: false));
    }

    /// <summary>Makes a number refer to what another refers to; the same number stays as it is.</summary>
    public static long To(CallContext call, int from, int to, bool isCloseOnExec)
    {
        OpenFile file = call.Process.Descriptors.Get(from);
        KernelError.Unless(to >= 0, ErrorCode.EBADF);
        if (from != to)
        {
            call.Process.Descriptors.Set(to, file, isCloseOnExec);
        }

        return to;
    }
}
