using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Files;

/// <summary>rename(2), renameat(2) and renameat2(2).</summary>
internal static class RenameCalls
{
    private const uint NoReplace = 1;

    public static void Register(SystemCallTable table)
    {
        table.Add(128, static call => Rename(call, call.Find(0, LookupFlags.None), call.Find(1, LookupFlags.Create | LookupFlags.WillBeDirectory), 0));
        table.Add(501, static call => RenameAt(call, 0));
        if (table.Release.Is15)
        {
            table.Add(602, static call => RenameAt(call, call.UInt32(4)));
        }
    }

    private static long RenameAt(CallContext call, uint flags) =>
        Rename(call, call.FindAt(0, 1, LookupFlags.None), call.FindAt(2, 3, LookupFlags.Create | LookupFlags.WillBeDirectory), flags);

    private static long Rename(CallContext call, Found from, Found to, uint flags)
    {
        Node node = from.Required;
        KernelError.Unless((flags & ~NoReplace) == 0, ErrorCode.EINVAL);
        KernelError.Unless(flags == 0 || to.Node is null, ErrorCode.EEXIST);
        KernelError.Unless(from.Name is not ("." or "..") && to.Name is not ("." or ".."), ErrorCode.EINVAL);
        KernelError.Unless(node.Mount == from.Directory.Mount, ErrorCode.EBUSY);
        KernelError.Unless(from.Directory.FileSystem == to.Directory.FileSystem, ErrorCode.EXDEV);
        KernelError.Unless(to.Node is null || to.Node.Mount == to.Directory.Mount, ErrorCode.EXDEV);
        KernelError.Unless(!from.Directory.IsReadOnly, ErrorCode.EROFS);
        if (node == to.Node)
        {
            return 0;
        }

        CheckKinds(node, to);
        CheckAccess(call, from, node, to);
        from.Directory.Rename(from.Name, node, to.Directory, to.Name, to.Node);
        return 0;
    }

    private static void CheckKinds(Node node, Found to)
    {
        KernelError.Unless(!node.IsDirectory || !IsWithin(to.Directory, node), ErrorCode.EINVAL);
        if (to.Node is { } replaced)
        {
            KernelError.Unless(!node.IsDirectory || replaced.IsDirectory, ErrorCode.ENOTDIR);
            KernelError.Unless(node.IsDirectory || !replaced.IsDirectory, ErrorCode.EISDIR);
            KernelError.Unless(!replaced.IsDirectory || replaced.List().Count == 0, ErrorCode.ENOTEMPTY);
        }
    }

    private static void CheckAccess(CallContext call, Found from, Node node, Found to)
    {
        var access = new Access(call.Process.Credentials);
        access.Require(from.Directory, Access.Write);
        access.Require(to.Directory, Access.Write);
        access.RequireRemovable(from.Directory, node);
        if (to.Node is { } replaced)
        {
            access.RequireRemovable(to.Directory, replaced);
        }
    }

    private static bool IsWithin(Node directory, Node ancestor)
    {
        for (Node? here = directory; here is not null; here = here.Parent)
        {
            if (here == ancestor)
            {
                return true;
            }
        }

        return false;
    }
}
