using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Files;

/// <summary>mkdir(2), mkfifo(2), mknod(2) and symlink(2), and those relative to a descriptor.</summary>
internal static class MakeCalls
{
    private const int FormatBits = 0xF000;
    private const LookupFlags Directory = LookupFlags.Create | LookupFlags.WillBeDirectory;

    public static void Register(SystemCallTable table)
    {
        table.Add(136, static call => MakeDirectory(call, call.Find(0, Directory), call.UInt32(1)));
        table.Add(496, static call => MakeDirectory(call, call.FindAt(0, 1, Directory), call.UInt32(2)));
        table.Add(132, static call => MakeFifo(call, call.Find(0, LookupFlags.Create), call.UInt32(1)));
        table.Add(497, static call => MakeFifo(call, call.FindAt(0, 1, LookupFlags.Create), call.UInt32(2)));
        table.Add(559, MakeNode);
        table.Add(57, static call => MakeLink(call, call.Path(0), call.Find(1, LookupFlags.Create)));
        table.Add(502, static call => MakeLink(call, call.Path(0), call.FindAt(1, 2, LookupFlags.Create)));
    }

    /// <summary>Makes a file where the name is free and the directory lets one.</summary>
    public static Node Make(CallContext call, Found found, FileType type, uint mode, ulong device = 0, string linkText = "")
    {
        KernelError.Unless(found.Node is null, ErrorCode.EEXIST);
        KernelError.Unless(!found.Directory.IsReadOnly, ErrorCode.EROFS);
        new Access(call.Process.Credentials).Require(found.Directory, Access.Write);
        var what = new NewNode(type, mode, call.Process.Credentials.EffectiveUser, found.Directory.Attributes.Group) { Device = device, LinkText = linkText };
        return found.Directory.Create(found.Name, what);
    }

    private static long MakeDirectory(CallContext call, Found found, uint mode)
    {
        Make(call, found, FileType.Directory, mode & 0x3FF & ~call.Process.Umask);
        return 0;
    }

    private static long MakeFifo(CallContext call, Found found, uint mode)
    {
        Make(call, found, FileType.Fifo, mode & 0xFFF & ~call.Process.Umask);
        return 0;
    }

    private static long MakeNode(CallContext call)
    {
        var type = (FileType)(call.Int32(2) & FormatBits);
        if (type is FileType.CharacterDevice or FileType.BlockDevice)
        {
            KernelError.Unless(call.Process.Credentials.IsSuperuser && !call.Process.Credentials.IsInJail, ErrorCode.EPERM);
        }
        else
        {
            KernelError.Unless(type == FileType.Fifo && call[3] == 0, ErrorCode.EINVAL);
        }

        Make(call, call.FindAt(0, 1, LookupFlags.Create), type, call.UInt32(2) & 0xFFF & ~call.Process.Umask, (ulong)call[3]);
        return 0;
    }

    private static long MakeLink(CallContext call, string content, Found found)
    {
        Make(call, found, FileType.SymbolicLink, 0x1ED, linkText: content);
        return 0;
    }
}
