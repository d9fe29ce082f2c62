using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Descriptors;

/// <summary>fcntl(2).</summary>
internal static class FcntlCalls
{
    private const int Duplicate = 0;
    private const int GetDescriptorFlags = 1;
    private const int SetDescriptorFlags = 2;
    private const int GetStatusFlags = 3;
    private const int SetStatusFlags = 4;
    private const int DuplicateTo = 10;
    private const int DuplicateCloseOnExec = 17;
    private const int DuplicateToCloseOnExec = 18;
    private const int AddSeals = 19;
    private const int GetSeals = 20;
    private const int CloseOnExec = 1;
    private const OpenFlags Settable = OpenFlags.NonBlocking | OpenFlags.Append | OpenFlags.Asynchronous | OpenFlags.Synchronous | OpenFlags.Direct;

    public static void Register(SystemCallTable table) => table.Add(92, Fcntl);

    private static long Fcntl(CallContext call)
    {
        OpenFile file = call.File(0);
        switch (call.Int32(1))
        {
            case Duplicate or DuplicateCloseOnExec:
                KernelError.Unless(call[2] >= 0 && call[2] < call.Process.Limits[ResourceLimitTable.OpenFiles].Current, ErrorCode.EINVAL);
                return call.Process.Descriptors.Add(file, call.Int32(1) == DuplicateCloseOnExec, call.Int32(2));
            case DuplicateTo or DuplicateToCloseOnExec:
                return DuplicateCalls.To(call, call.Int32(0), call.Int32(2), call.Int32(1) == DuplicateToCloseOnExec);
            case GetDescriptorFlags:
                return call.Process.Descriptors.Entry(call.Int32(0)).IsCloseOnExec ? CloseOnExec : 0;
            case SetDescriptorFlags:
                call.Process.Descriptors.SetCloseOnExec(call.Int32(0), (call[2] & CloseOnExec) != 0);
                return 0;
            case GetStatusFlags:
                return (long)(file.Flags & (Settable | OpenFlags.AccessMode | OpenFlags.Path | OpenFlags.Search));
            case SetStatusFlags:
                KernelError.Unless(!file.Flags.HasFlag(OpenFlags.Path), ErrorCode.EBADF);
                file.Flags = (file.Flags & ~Settable) | ((OpenFlags)call.Int32(2) & Settable);
                return 0;
            case AddSeals:
                (file as SharedMemoryFile ?? throw new KernelError(ErrorCode.EINVAL)).AddSeals(call.Int32(2));
                return 0;
            case GetSeals:
                return (file as SharedMemoryFile ?? throw new KernelError(ErrorCode.EINVAL)).Seals;
            default:
                throw new KernelError(ErrorCode.EINVAL);
        }
    }
}
