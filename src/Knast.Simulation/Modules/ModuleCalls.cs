using System.Buffers.Binary;
using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Modules;

/// <summary>kldload(2), kldstat(2), modfind(2) and their kin.</summary>
internal static class ModuleCalls
{
    private const int LongestName = 1024;
    private const int FileSize = 2080;
    private const int FileSizeWithoutPath = 1056;
    private const int ModuleSize = 1048;

    public static void Register(SystemCallTable table)
    {
        table.Add(304, Load);
        table.Add(305, static call => Unload(call));
        table.Add(444, static call => Unload(call));
        table.Add(306, Find);
        table.Add(307, Next);
        table.Add(308, Stat);
        table.Add(309, static call => File(call).Modules.FirstOrDefault()?.Id ?? 0);
        table.Add(300, static call => ModuleAfter(call, call.Machine.Modules.Modules));
        table.Add(301, ModuleStat);
        table.Add(302, static call => ModuleAfter(call, Module(call).File.Modules));
        table.Add(303, FindModule);
    }

    private static void RequirePrivilege(CallContext call) =>
        KernelError.Unless(call.Process.Credentials is { IsSuperuser: true, IsInJail: false }, ErrorCode.EPERM);

    private static LoadedFile File(CallContext call) =>
        call.Machine.Modules.Files.FirstOrDefault(file => file.Id == call.Int32(0)) ?? throw new KernelError(ErrorCode.ENOENT);

    private static LoadedModule Module(CallContext call) =>
        call.Machine.Modules.Modules.FirstOrDefault(module => module.Id == call.Int32(0)) ?? throw new KernelError(ErrorCode.ENOENT);

    private static long Load(CallContext call)
    {
        RequirePrivilege(call);
        return call.Machine.Modules.Load(call.Memory.ReadText(call.Address(0), LongestName)).Id;
    }

    private static long Unload(CallContext call)
    {
        RequirePrivilege(call);
        LoadedFile file = File(call);
        KernelError.Unless(file.Id != 1 && !call.Machine.Modules.IsNeeded(file), ErrorCode.EBUSY);
        call.Machine.Modules.Unload(file);
        return 0;
    }

    private static long Find(CallContext call)
    {
        string name = call.Memory.ReadText(call.Address(0), LongestName);
        name = name[(name.LastIndexOf('/') + 1)..];
        return call.Machine.Modules.Files.FirstOrDefault(file => file.Name == name || file.Name == name + ".ko")?.Id
            ?? throw new KernelError(ErrorCode.ENOENT);
    }

    private static long Next(CallContext call)
    {
        IReadOnlyList<LoadedFile> files = call.Machine.Modules.Files;
        if (call.Int32(0) == 0)
        {
            return files[0].Id;
        }

        LoadedFile file = File(call);
        return files.SkipWhile(other => other != file).Skip(1).FirstOrDefault()?.Id ?? 0;
    }

    private static long Stat(CallContext call)
    {
        LoadedFile file = File(call);
        int version = call.Memory.ReadInt32(call.Address(1));
        KernelError.Unless(version is FileSize or FileSizeWithoutPath, ErrorCode.EINVAL);
        byte[] bytes = new byte[version];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, version);
        Encoding.Latin1.GetBytes(file.Name, bytes.AsSpan(4));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1028), 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1032), file.Id);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(1048), 65536);
        if (version == FileSize)
        {
            Encoding.Latin1.GetBytes(file.Path, bytes.AsSpan(1056));
        }

        call.Memory.Write(call.Address(1), bytes);
        return 0;
    }

    private static long ModuleAfter(CallContext call, IEnumerable<LoadedModule> modules)
    {
        if (call.Int32(0) == 0)
        {
            return modules.FirstOrDefault()?.Id ?? throw new KernelError(ErrorCode.ENOENT);
        }

        LoadedModule module = Module(call);
        return modules.SkipWhile(other => other != module).Skip(1).FirstOrDefault()?.Id ?? 0;
    }

    private static long ModuleStat(CallContext call)
    {
        LoadedModule module = Module(call);
        int version = call.Memory.ReadInt32(call.Address(1));
        KernelError.Unless(version == ModuleSize, ErrorCode.EINVAL);
        byte[] bytes = new byte[version];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, version);
        Encoding.Latin1.GetBytes(module.Name, bytes.AsSpan(4));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1028), 1);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(1032), module.Id);
        call.Memory.Write(call.Address(1), bytes);
        return 0;
    }

    private static long FindModule(CallContext call)
    {
        string name = call.Memory.ReadText(call.Address(0), LongestName);
        return call.Machine.Modules.Modules.FirstOrDefault(module => module.Name == name)?.Id ?? throw new KernelError(ErrorCode.ENOENT);
    }
}
