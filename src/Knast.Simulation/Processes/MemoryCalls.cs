using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Processes;

/// <summary>mmap(2) of anonymous memory, and munmap(2), for processes that play a program.</summary>
internal static class MemoryCalls
{
    private const int Anonymous = 0x1000;

    public static void Register(SystemCallTable table)
    {
        table.Add(477, Map);
        table.Add(73, Unmap);
        table.Add(74, static _ => 0);
    }

    private static long Map(CallContext call)
    {
        KernelError.Unless(call.Length(1) > 0, ErrorCode.EINVAL);
        KernelError.Unless((call.Int32(3) & Anonymous) != 0 && call.Process.HasThread, ErrorCode.ENODEV);
        return (long)call.Process.Memory.Map(new byte[call.Length(1)]);
    }

    private static long Unmap(CallContext call)
    {
        KernelError.Unless(call.Process.HasThread, ErrorCode.EINVAL);
        call.Process.Memory.Unmap(call.Address(0));
        return 0;
    }
}
