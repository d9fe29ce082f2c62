using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Files;

/// <summary>chflags(2), fchflags(2) and chflagsat(2).</summary>
internal static class FlagCalls
{
    public static void Register(SystemCallTable table)
    {
        table.Add(34, static call => Set(call, call.Find(0, LookupFlags.Follow).Required, (ulong)call[1]));
        table.Add(391, static call => Set(call, call.Find(0, LookupFlags.None).Required, (ulong)call[1]));
        table.Add(35, static call => Set(call, AttributeCalls.OfDescriptor(call), (ulong)call[1]));
        table.Add(540, static call =>
        {
            const int known = PathArguments.NoFollow | PathArguments.ResolveBeneath | PathArguments.EmptyPath;
            LookupFlags flags = PathArguments.AtFlags(call.Int32(3), known, followsByDefault: true);
            return Set(call, call.FindAt(0, 1, flags).Required, (ulong)call[2]);
        });
    }

    private static long Set(CallContext call, Node node, ulong flags)
    {
        const uint known = FileFlags.UserSettable | FileFlags.SystemSettable;
        KernelError.Unless((flags & ~(ulong)known) == 0, ErrorCode.EOPNOTSUPP);
        KernelError.Unless(!node.IsReadOnly, ErrorCode.EROFS);
        Credentials credentials = call.Process.Credentials;
        new Access(credentials).RequireOwner(node);
        uint changed = node.Attributes.Flags ^ (uint)flags;
        bool isPrivileged = credentials.IsSuperuser && (!credentials.IsInJail || credentials.Jail.Allows("chflags"));
        KernelError.Unless((changed & FileFlags.SystemSettable) == 0 || isPrivileged, ErrorCode.EPERM);
        node.SetFlags((uint)flags);
        return 0;
    }
}
