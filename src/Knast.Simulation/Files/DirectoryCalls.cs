using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Files;

/// <summary>getdirentries(2), chdir(2), fchdir(2), chroot(2) and getcwd(3).</summary>
internal static class DirectoryCalls
{
    public static void Register(SystemCallTable table)
    {
        table.Add(554, ReadEntries);
        table.Add(12, static call => ChangeDirectory(call, call.Find(0, LookupFlags.Follow).Required));
        table.Add(13, static call => ChangeDirectory(call, call.File(0).Node ?? throw new KernelError(ErrorCode.ENOTDIR)));
        table.Add(61, static call => ChangeRoot(call, call.Find(0, LookupFlags.Follow).Required));
        table.Add(326, GetWorkingDirectory);
        if (table.Release.Is15)
        {
            table.Add(590, static call => ChangeRoot(call, call.File(0).Node ?? throw new KernelError(ErrorCode.ENOTDIR)));
        }
    }

    private static long ReadEntries(CallContext call)
    {
        KernelError.Unless(call.File(0).CanRead, ErrorCode.EBADF);
        NodeFile file = call.File(0) as NodeFile ?? throw new KernelError(ErrorCode.EINVAL);
        int length = file.ReadEntries(call.Memory.Write(call.Address(1), call.Length(2)), out long start);
        if (call.Address(3) != 0)
        {
            call.Memory.WriteUInt64(call.Address(3), (ulong)start);
        }

        return length;
    }

    private static long ChangeDirectory(CallContext call, Node node)
    {
        KernelError.Unless(node.IsDirectory, ErrorCode.ENOTDIR);
        Node target = PathLookup.Uncovered(node);
        new Access(call.Process.Credentials).Require(target, Access.Execute);
        call.Process.WorkingDirectory = target;
        return 0;
    }

    private static long ChangeRoot(CallContext call, Node node)
    {
        KernelError.Unless(call.Process.Credentials.IsSuperuser, ErrorCode.EPERM);
        KernelError.Unless(node.IsDirectory, ErrorCode.ENOTDIR);
        new Access(call.Process.Credentials).Require(node, Access.Execute);
        bool isChrooted = call.Process.Root != call.Process.Jail.Root;
        KernelError.Unless(!isChrooted || !call.Process.HasOpenDirectory, ErrorCode.EPERM);
        call.Process.Root = PathLookup.Uncovered(node);
        return 0;
    }

    private static long GetWorkingDirectory(CallContext call)
    {
        string path = NodePath.Of(call.Process.WorkingDirectory, call.Process.Root) ?? throw new KernelError(ErrorCode.ENOENT);
        byte[] bytes = Encoding.Latin1.GetBytes(path + "\0");
        KernelError.Unless(bytes.Length <= call.Length(1), ErrorCode.ERANGE);
        call.Memory.Write(call.Address(0), bytes);
        return 0;
    }
}
