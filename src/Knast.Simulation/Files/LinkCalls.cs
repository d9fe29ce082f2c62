using System.Text;
using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Files;

/// <summary>link(2), linkat(2), readlink(2) and readlinkat(2).</summary>
internal static class LinkCalls
{
    public static void Register(SystemCallTable table)
    {
        table.Add(9, static call => Link(call, call.Find(0, LookupFlags.Follow), call.Find(1, LookupFlags.Create)));
        table.Add(495, LinkAt);
        table.Add(58, static call => ReadLink(call, call.Find(0, LookupFlags.None), 1));
        table.Add(500, static call => ReadLink(call, call.FindAt(0, 1, call.Is15 ? LookupFlags.Empty : LookupFlags.None), 2));
    }

    private static long LinkAt(CallContext call)
    {
        const int known = PathArguments.FollowLink | PathArguments.ResolveBeneath | PathArguments.EmptyPath;
        LookupFlags flags = PathArguments.AtFlags(call.Int32(4), known, followsByDefault: false);
        return Link(call, call.FindAt(0, 1, flags), call.FindAt(2, 3, LookupFlags.Create));
    }

    private static long Link(CallContext call, Found from, Found to)
    {
        Node node = from.Required;
        KernelError.Unless(!node.IsDirectory, ErrorCode.EPERM);
        KernelError.Unless(to.Node is null, ErrorCode.EEXIST);
        KernelError.Unless(node.FileSystem == to.Directory.FileSystem, ErrorCode.EXDEV);
        KernelError.Unless(!to.Directory.IsReadOnly, ErrorCode.EROFS);
        KernelError.Unless((node.Attributes.Flags & (FileFlags.Append | FileFlags.UserImmutable | FileFlags.SystemImmutable)) == 0, ErrorCode.EPERM);
        new Access(call.Process.Credentials).Require(to.Directory, Access.Write);
        to.Directory.Link(to.Name, node);
        return 0;
    }

    private static long ReadLink(CallContext call, Found found, int buffer)
    {
        Node node = found.Required;
        KernelError.Unless(node.Type == FileType.SymbolicLink, ErrorCode.EINVAL);
        byte[] content = Encoding.Latin1.GetBytes(node.ReadLink());
        int count = Math.Min(content.Length, call.Length(buffer + 1));
        call.Memory.Write(call.Address(buffer), content.AsSpan(0, count));
        return count;
    }
}
