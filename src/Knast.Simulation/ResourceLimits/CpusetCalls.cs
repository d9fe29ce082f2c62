using System.Collections;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Jails;
using Knast.Simulation.Memory;
using Knast.Simulation.Processes;

namespace Knast.Simulation.ResourceLimits;

/// <summary>cpuset(2) and its kin.</summary>
internal static class CpusetCalls
{
    private const int LevelRoot = 1;
    private const int LevelSet = 2;
    private const int LevelWhich = 3;
    private const int Thread = 1;
    private const int ProcessId = 2;
    private const int SetId = 3;
    private const int JailId = 5;

    public static void Register(SystemCallTable table)
    {
        table.Add(484, Make);
        table.Add(485, SetIdOf);
        table.Add(486, GetId);
        table.Add(487, GetAffinity);
        table.Add(488, SetAffinity);
    }

    private static int SizeOf(CallContext call) => call.Is15 ? 128 : 32;

    private static long Make(CallContext call)
    {
        call.Process.CpusetId = call.Machine.Processors.Add();
        call.Memory.WriteInt32(call.Address(0), call.Process.CpusetId);
        return 0;
    }

    private static long SetIdOf(CallContext call)
    {
        KernelError.Unless(call.Int32(0) == ProcessId, ErrorCode.EINVAL);
        KernelError.Unless(call.Machine.Processors.Find(call.Int32(2)) is not null, ErrorCode.ESRCH);
        Target(call, call[1]).CpusetId = call.Int32(2);
        return 0;
    }

    private static long GetId(CallContext call)
    {
        KernelError.Unless(call.Int32(0) is LevelRoot or LevelSet, ErrorCode.EINVAL);
        call.Memory.WriteInt32(call.Address(3), Find(call, call.Int32(1), call[2]));
        return 0;
    }

    // A longer mask than the kernel's is taken where the rest of it is empty.
    private static long GetAffinity(CallContext call)
    {
        int length = call.Length(3);
        KernelError.Unless(length >= (SimulatedMachine.ProcessorCount + 7) / 8, ErrorCode.ERANGE);
        KernelError.Unless(call.Is15 || length <= 4 * SizeOf(call), ErrorCode.ERANGE);
        BitArray mask = Mask(call);
        Span<byte> to = call.Memory.Write(call.Address(4), length);
        to.Clear();
        for (int index = 0; index < mask.Count; index++)
        {
            to[index / 8] |= (byte)(mask[index] ? 1 << (index % 8) : 0);
        }

        return 0;
    }

    private static long SetAffinity(CallContext call)
    {
        int length = call.Length(3);
        KernelError.Unless(length >= (SimulatedMachine.ProcessorCount + 7) / 8, ErrorCode.ERANGE);
        byte[] given = call.Memory.Read(call.Address(4), length).ToArray();
        KernelError.Unless(given.Skip(SizeOf(call)).All(static one => one == 0), ErrorCode.EINVAL);
        BitArray mask = Mask(call);
        var wanted = new BitArray(given);
        int[] numbers = [.. Enumerable.Range(0, wanted.Count).Where(index => wanted[index])];
        KernelError.Unless(numbers.Length > 0, ErrorCode.EDEADLK);
        KernelError.Unless(numbers.All(static number => number < SimulatedMachine.ProcessorCount), ErrorCode.EINVAL);
        KernelError.Unless(call.Process.Credentials.IsSuperuser, ErrorCode.EPERM);
        for (int index = 0; index < mask.Count; index++)
        {
            mask[index] = wanted.Count > index && wanted[index];
        }

        return 0;
    }

    private static BitArray Mask(CallContext call)
    {
        KernelError.Unless(call.Int32(0) is LevelRoot or LevelSet or LevelWhich, ErrorCode.EINVAL);
        return call.Machine.Processors.Find(Find(call, call.Int32(1), call[2])) ?? throw new KernelError(ErrorCode.ESRCH);
    }

    private static int Find(CallContext call, int which, long id) => which switch
    {
        Thread or ProcessId => Target(call, id).CpusetId,
        SetId => id == -1 ? call.Process.CpusetId : (int)id,
        JailId => FindJail(call, id).CpusetId,
        _ => throw new KernelError(ErrorCode.EINVAL),
    };

    private static Process Target(CallContext call, long id) => id == -1 ? call.Process
        : call.Machine.Processes.Find((int)id) is { } found && found.Jail.IsVisibleTo(call.Process.Jail) ? found : throw new KernelError(ErrorCode.ESRCH);

    private static Jail FindJail(CallContext call, long id) =>
        call.Machine.Jails.Find((int)id) is { IsAlive: true } found && found.IsVisibleTo(call.Process.Jail) ? found : throw new KernelError(ErrorCode.ESRCH);
}
