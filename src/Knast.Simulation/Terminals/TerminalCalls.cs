using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Terminals;

/// <summary>posix_openpt(2).</summary>
internal static class TerminalCalls
{
    public static void Register(SystemCallTable table) => table.Add(504, Open);

    private static long Open(CallContext call)
    {
        var flags = (OpenFlags)call.Int32(0);
        const OpenFlags known = OpenFlags.ReadWrite | OpenFlags.NoControllingTerminal | OpenFlags.CloseOnExec;
        KernelError.Unless((flags & ~known) == 0, ErrorCode.EINVAL);
        Terminal terminal = call.Machine.Terminals.Add(call.Process.Credentials.RealUser);
        return call.Process.Descriptors.Add(new TerminalMaster(terminal, flags & OpenFlags.AccessMode), flags.HasFlag(OpenFlags.CloseOnExec));
    }
}
