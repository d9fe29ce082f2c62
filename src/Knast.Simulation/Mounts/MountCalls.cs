using Knast.Simulation.Calls;
using Knast.Simulation.Options;

namespace Knast.Simulation.Mounts;

/// <summary>nmount(2), unmount(2), statfs(2), fstatfs(2) and getfsstat(2).</summary>
internal static class MountCalls
{
    public static void Register(SystemCallTable table)
    {
        table.Add(378, Nmount);
        table.Add(22, static call => new UnmountHandler(call).Run());
        StatfsCalls.Register(table);
    }

    private static long Nmount(CallContext call)
    {
        KernelError.Unless(call.UInt32(1) >= 4, Native.Kernel.ErrorCode.EINVAL);
        var options = new OptionList(call, 0, 1);
        try
        {
            new MountHandler(call, MountRequest.Read(options, (MountFlags)call.UInt32(2) & ~MountFlags.RootFileSystem)).Run();
            return 0;
        }
        catch (KernelError error)
        {
            options.WriteMessage(error);
            throw;
        }
    }
}
