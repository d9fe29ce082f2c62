using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Files;

/// <summary>open(2) and openat(2).</summary>
internal static class OpenCalls
{
    private const OpenFlags Known = (OpenFlags)0x3FFFFFF;
    private const OpenFlags Known15 = (OpenFlags)0xFFFFFFF;

    public static void Register(SystemCallTable table)
    {
        table.Add(5, static call => Open(call, -100, call.Path(0), (OpenFlags)call.Int32(1), call.UInt32(2)));
        table.Add(499, static call => Open(call, call.Int32(0), call.Path(1), (OpenFlags)call.Int32(2), call.UInt32(3)));
    }

    /// <summary>Opens a file.</summary>
    /// <returns>The descriptor.</returns>
    public static int Open(CallContext call, int directory, string path, OpenFlags flags, uint mode)
    {
        Check(call, flags);
        Found found = call.Find(directory, path, Lookup(flags));
        Node node = found.Node ?? Create(call, found, flags, mode);
        if (found.Node is not null)
        {
            CheckExisting(call, node, flags);
        }

        OpenFile file = flags.HasFlag(OpenFlags.Path) ? new NodeFile(node, flags) : node.Open(call, flags & ~OpenFlags.Create);
        if (flags.HasFlag(OpenFlags.Truncate) && node.Type == FileType.Regular && !flags.HasFlag(OpenFlags.Path))
        {
            node.SetLength(0);
        }

        if ((flags & (OpenFlags.ExclusiveLock | OpenFlags.SharedLock)) != 0)
        {
            Lock(call, node, file, flags);
        }

        return call.Process.Descriptors.Add(file, flags.HasFlag(OpenFlags.CloseOnExec));
    }

    private static void Check(CallContext call, OpenFlags flags)
    {
        KernelError.Unless((flags & ~(call.Is15 ? Known15 : Known)) == 0, ErrorCode.EINVAL);
        KernelError.Unless((flags & OpenFlags.AccessMode) != OpenFlags.AccessMode, ErrorCode.EINVAL);
        KernelError.Unless(!flags.HasFlag(OpenFlags.Search) || (flags & OpenFlags.AccessMode) == 0, ErrorCode.EINVAL);
        KernelError.Unless(!flags.HasFlag(OpenFlags.Create | OpenFlags.Directory), ErrorCode.EINVAL);
    }

    private static LookupFlags Lookup(OpenFlags flags)
    {
        bool isExclusive = flags.HasFlag(OpenFlags.Create | OpenFlags.Exclusive);
        return (flags.HasFlag(OpenFlags.NoFollow) || isExclusive ? LookupFlags.None : LookupFlags.Follow)
            | (flags.HasFlag(OpenFlags.Create) ? LookupFlags.Create : LookupFlags.None)
            | (flags.HasFlag(OpenFlags.ResolveBeneath) ? LookupFlags.Beneath : LookupFlags.None)
            | (flags.HasFlag(OpenFlags.EmptyPath) ? LookupFlags.Empty : LookupFlags.None);
    }

    private static Node Create(CallContext call, Found found, OpenFlags flags, uint mode)
    {
        KernelError.Unless(flags.HasFlag(OpenFlags.Create), ErrorCode.ENOENT);
        return MakeCalls.Make(call, found, FileType.Regular, mode & ~call.Process.Umask & 0xFFF & ~0x200u);
    }

    private static void CheckExisting(CallContext call, Node node, OpenFlags flags)
    {
        KernelError.Unless(!flags.HasFlag(OpenFlags.Create | OpenFlags.Exclusive), ErrorCode.EEXIST);
        KernelError.Unless(node.Type != FileType.SymbolicLink || flags.HasFlag(OpenFlags.Path), ErrorCode.EMLINK);
        bool isWritten = (flags & OpenFlags.AccessMode) != OpenFlags.ReadOnly || flags.HasFlag(OpenFlags.Truncate);
        KernelError.Unless(!node.IsDirectory || (!isWritten && !flags.HasFlag(OpenFlags.Create)), ErrorCode.EISDIR);
        KernelError.Unless(node.IsDirectory || !flags.HasFlag(OpenFlags.Directory), ErrorCode.ENOTDIR);
        if (flags.HasFlag(OpenFlags.Path))
        {
            return;
        }

        KernelError.Unless(node.Type != FileType.Socket, ErrorCode.EOPNOTSUPP);
        bool isAppended = flags.HasFlag(OpenFlags.Append) && !flags.HasFlag(OpenFlags.Truncate);
        KernelError.Unless(!isWritten || isAppended || (node.Attributes.Flags & FileFlags.Append) == 0, ErrorCode.EPERM);
        uint wanted = flags.HasFlag(OpenFlags.Search) ? Access.Execute : (flags & OpenFlags.AccessMode) switch
        {
            OpenFlags.ReadOnly => Access.Read,
            OpenFlags.WriteOnly => Access.Write,
            _ => Access.Read | Access.Write,
        };
        new Access(call.Process.Credentials).Require(node, wanted | (flags.HasFlag(OpenFlags.Truncate) ? Access.Write : 0));
    }

    private static void Lock(CallContext call, Node node, OpenFile file, OpenFlags flags)
    {
        bool isTaken = call.Wait(
            () => node.Lock.TryTake(file, flags.HasFlag(OpenFlags.ExclusiveLock)), flags.HasFlag(OpenFlags.NonBlocking) ? Deadline.Now : default);
        if (!isTaken)
        {
            file.Hold().Release();
            throw new KernelError(ErrorCode.EAGAIN);
        }
    }
}
