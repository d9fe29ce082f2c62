using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Memory;
using Knast.Simulation.Programs;

namespace Knast.Simulation.Processes;

/// <summary>execve(2), fexecve(2) and exit(2).</summary>
internal static class ExecuteCalls
{
    private const uint SetUserId = 0x800;
    private const uint SetGroupId = 0x400;
    private const int LongestArgument = 262144;
    private const int LongestList = 524288;
    private const int LongestName = 19;
    private const int PointerSize = 8;

    public static void Register(SystemCallTable table)
    {
        table.Add(59, Execute);
        table.Add(492, ExecuteDescriptor);
        table.Add(1, static call => throw new ProcessEnded(WaitStatus.Exited(call.Int32(0))));
    }

    private static long Execute(CallContext call)
    {
        KernelError.Unless(call.Process.HasThread, ErrorCode.EOPNOTSUPP);
        string path = call.Path(0);
        (string[] arguments, string[] environment) = ReadLists(call);
        return Replace(call, path, call.Find(0, LookupFlags.Follow).Required, arguments, environment);
    }

    private static long ExecuteDescriptor(CallContext call)
    {
        KernelError.Unless(call.Process.HasThread, ErrorCode.EOPNOTSUPP);
        Node node = call.File(0).Node ?? throw new KernelError(ErrorCode.EBADF);
        (string[] arguments, string[] environment) = ReadLists(call);
        return Replace(call, node.Name, node, arguments, environment);
    }

    private static (string[] Arguments, string[] Environment) ReadLists(CallContext call)
    {
        string[] arguments = ReadList(call, call.Address(1));
        string[] environment = ReadList(call, call.Address(2));
        KernelError.Unless(arguments.Concat(environment).Sum(static text => text.Length + 1) < LongestList, ErrorCode.E2BIG);
        return (arguments, environment);
    }

    private static long Replace(CallContext call, string path, Node node, string[] arguments, string[] environment)
    {
        KernelError.Unless(node.Type == FileType.Regular && !node.Mount.Flags.HasFlag(Mounts.MountFlags.NoExec), ErrorCode.EACCES);
        new Access(call.Process.Credentials).Require(node, Access.Execute);
        (IProcessImage image, string name) = BuiltInPrograms.Load(call, path, node, ref arguments);
        Process process = call.Process;
        bool isPlain = node.Mount.Flags.HasFlag(Mounts.MountFlags.NoSetUserId);
        if (!isPlain && (node.Attributes.Mode & SetUserId) != 0)
        {
            process.Credentials = process.Credentials with { EffectiveUser = node.Attributes.Owner };
        }

        if (!isPlain && (node.Attributes.Mode & SetGroupId) != 0)
        {
            process.Credentials = process.Credentials with { EffectiveGroup = node.Attributes.Group };
        }

        process.Credentials = process.Credentials with
        {
            SavedUser = process.Credentials.EffectiveUser,
            SavedGroup = process.Credentials.EffectiveGroup,
        };
        process.Descriptors.CloseOnExecution();
        process.Signals.Reset();
        process.Memory = new ProcessMemory();
        process.Arguments = arguments;
        process.Environment = environment;
        process.Executable = path;
        process.Name = name.Length > LongestName ? name[..LongestName] : name;
        process.Executed();
        throw new ImageReplaced(image);
    }

    private static string[] ReadList(CallContext call, ulong address)
    {
        var texts = new List<string>();
        for (ulong at = address; address != 0; at += PointerSize)
        {
            ulong text = call.Memory.ReadUInt64(at);
            if (text == 0)
            {
                break;
            }

            texts.Add(ReadArgument(call, text));
        }

        return [.. texts];
    }

    private static string ReadArgument(CallContext call, ulong address)
    {
        try
        {
            return call.Memory.ReadText(address, LongestArgument);
        }
        catch (KernelError error) when (error.Code == ErrorCode.ENAMETOOLONG)
        {
            throw new KernelError(ErrorCode.E2BIG);
        }
    }
}
