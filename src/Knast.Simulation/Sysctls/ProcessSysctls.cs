using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Sysctls;

/// <summary>kern.proc: the processes of a machine.</summary>
internal static class ProcessSysctls
{
    private const int KernProc = 14;

    public static void Register(SysctlTable table)
    {
        table.NodeOf("kern.proc", KernProc);
        AddList(table, "all", 0, static (_, _) => true);
        AddList(table, "pgrp", 2, static (process, id) => process.GroupId == id);
        AddList(table, "sid", 3, static (process, id) => process.SessionId == id);
        AddList(table, "uid", 5, static (process, id) => process.Credentials.EffectiveUser == id);
        AddList(table, "ruid", 6, static (process, id) => process.Credentials.RealUser == id);
        AddList(table, "proc", 8, static (_, _) => true);
        Add(table, "pid", 1, static (call, rest) => ProcessInformation.Of(Find(call, rest)));
        Add(table, "args", 7, static (call, rest) => Join(Find(call, rest).Arguments));
        Add(table, "pathname", 12, static (call, rest) => Encoding.Latin1.GetBytes(Find(call, rest).Executable + "\0"));
        Add(table, "env", 35, static (call, rest) => Join(Find(call, rest).Environment));
        Add(table, "umask", 39, static (call, rest) => BitConverter.GetBytes((ushort)Find(call, rest).Umask));
        Add(table, "nfds", 43, static (call, rest) => BitConverter.GetBytes(Find(call, rest).Descriptors.All.Count()));
        Add(table, "cwd", 42, static (call, rest) => WorkingDirectory(call, Find(call, rest)));
    }

    private static void Add(SysctlTable table, string name, int number, Func<CallContext, int[], byte[]> read) => table.Add("kern.proc." + name, (full, oid) => new SysctlEntry(oid, full)
    {
        Flags = SysctlEntry.Readable | SysctlEntry.Node | SysctlEntry.Skipped,
        Format = "S,proc",
        TakesMore = true,
        Read = read,
    }, number);

    private static void AddList(SysctlTable table, string name, int number, Func<Process, int, bool> isWanted) => Add(table, name, number, (call, rest) =>
    {
        int id = rest.Length > 0 ? rest[0] : 0;
        bool takesNone = number is 0 or 8;
        KernelError.Unless(takesNone ? rest.Length <= 1 : rest.Length == 1, ErrorCode.EINVAL);
        return [.. Visible(call).Where(process => isWanted(process, id)).SelectMany(ProcessInformation.Of)];
    });

    private static IEnumerable<Process> Visible(CallContext call) =>
        call.Machine.Processes.Listed.Where(process => process.Jail.IsVisibleTo(call.Process.Jail));

    private static Process Find(CallContext call, int[] rest)
    {
        KernelError.Unless(rest.Length == 1, ErrorCode.EINVAL);
        int pid = rest[0] == -1 ? call.Process.Pid : rest[0];
        return Visible(call).FirstOrDefault(process => process.Pid == pid) ?? throw new KernelError(ErrorCode.ESRCH);
    }

    private static byte[] Join(IEnumerable<string> texts) => Encoding.Latin1.GetBytes(string.Concat(texts.Select(static text => text + "\0")));

    private static byte[] WorkingDirectory(CallContext call, Process process)
    {
        const int pathOffset = 128;
        const int pathSize = 1024;
        byte[] entry = new byte[pathOffset + pathSize];
        BitConverter.TryWriteBytes(entry, entry.Length);
        Encoding.Latin1.GetBytes(NodePath.Of(process.WorkingDirectory, call.Process.Root) ?? "", entry.AsSpan(pathOffset));
        return entry;
    }
}
