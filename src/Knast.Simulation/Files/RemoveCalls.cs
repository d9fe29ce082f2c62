using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Files;

/// <summary>unlink(2), rmdir(2) and unlinkat(2).</summary>
internal static class RemoveCalls
{
    public static void Register(SystemCallTable table)
    {
        table.Add(10, static call => Unlink(call, call.Find(0, LookupFlags.None)));
        table.Add(137, static call => RemoveDirectory(call, call.Find(0, LookupFlags.None)));
        table.Add(503, UnlinkAt);
    }

    private static long UnlinkAt(CallContext call)
    {
        const int known = PathArguments.RemoveDirectory | PathArguments.ResolveBeneath;
        Found found = call.FindAt(0, 1, PathArguments.AtFlags(call.Int32(2), known, followsByDefault: false));
        return (call.Int32(2) & PathArguments.RemoveDirectory) != 0 ? RemoveDirectory(call, found) : Unlink(call, found);
    }

    private static long Unlink(CallContext call, Found found)
    {
        Node node = found.Required;
        KernelError.Unless(!node.IsDirectory, ErrorCode.EPERM);
        return Remove(call, found, node);
    }

    private static long RemoveDirectory(CallContext call, Found found)
    {
        Node node = found.Required;
        KernelError.Unless(node.IsDirectory, ErrorCode.ENOTDIR);
        KernelError.Unless(found.Name != ".", ErrorCode.EINVAL);
        KernelError.Unless(found.Name != "..", ErrorCode.ENOTEMPTY);
        KernelError.Unless(node.Parent is not null || node.Mount.Covered is not null, ErrorCode.EBUSY);
        return Remove(call, found, node);
    }

    private static long Remove(CallContext call, Found found, Node node)
    {
        // What is mounted there cannot be taken away by its name.
        KernelError.Unless(node.Mount == found.Directory.Mount, ErrorCode.EBUSY);
        KernelError.Unless(!found.Directory.IsReadOnly, ErrorCode.EROFS);
        var access = new Access(call.Process.Credentials);
        access.Require(found.Directory, Access.Write);
        access.RequireRemovable(found.Directory, node);
        found.Directory.Remove(found.Name, node);
        return 0;
    }
}
