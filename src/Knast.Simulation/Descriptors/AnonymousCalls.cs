using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;
using Knast.Simulation.Pipes;

namespace Knast.Simulation.Descriptors;

/// <summary>pipe2(2) and shm_open2(2).</summary>
internal static class AnonymousCalls
{
    private const ulong Anonymous = 1;
    private const int AllowSealing = 1;
    private const int GrowOnWrite = 2;

    public static void Register(SystemCallTable table)
    {
        table.Add(542, Pipe);
        table.Add(571, SharedMemory);
    }

    private static long Pipe(CallContext call)
    {
        const OpenFlags known = OpenFlags.CloseOnExec | OpenFlags.NonBlocking;
        var flags = (OpenFlags)call.Int32(1);
        KernelError.Unless((flags & ~(call.Is15 ? known | OpenFlags.CloseOnFork : known)) == 0, ErrorCode.EINVAL);
        ulong pair = call.Address(0);
        call.Memory.Write(pair, 8).Clear();
        (PipeFile read, PipeFile write) = PipeFile.NewPair(flags & OpenFlags.NonBlocking);
        bool isCloseOnExec = flags.HasFlag(OpenFlags.CloseOnExec);
        call.Memory.WriteInt32(pair, call.Process.Descriptors.Add(read, isCloseOnExec));
        call.Memory.WriteInt32(pair + 4, call.Process.Descriptors.Add(write, isCloseOnExec));
        return 0;
    }

    private static long SharedMemory(CallContext call)
    {
        KernelError.Unless(call.Address(0) == Anonymous, ErrorCode.EOPNOTSUPP);
        var flags = (OpenFlags)call.Int32(1);
        KernelError.Unless((flags & OpenFlags.AccessMode) is OpenFlags.ReadOnly or OpenFlags.ReadWrite, ErrorCode.EINVAL);
        int options = call.Int32(3);
        var file = new SharedMemoryFile(flags & OpenFlags.AccessMode, (options & GrowOnWrite) != 0, (options & AllowSealing) != 0);
        return call.Process.Descriptors.Add(file, flags.HasFlag(OpenFlags.CloseOnExec));
    }
}
