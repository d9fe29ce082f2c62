using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Sysctls;

/// <summary>sysctl(3), by numbers and by name.</summary>
internal static class SysctlCalls
{
    private const int MostNumbers = 24;
    private const int LongestName = 1024;

    public static void Register(SystemCallTable table)
    {
        table.Add(202, ByNumber);
        table.Add(570, ByName);
    }

    private static long ByNumber(CallContext call)
    {
        int count = call.Int32(1);
        KernelError.Unless(count is >= 2 and <= MostNumbers, ErrorCode.EINVAL);
        int[] oid = MemoryMarshal.Cast<byte, int>(call.Memory.Read(call.Address(0), count * 4)).ToArray();
        return Run(call, oid);
    }

    private static long ByName(CallContext call)
    {
        int length = call.Length(1);
        KernelError.Unless(length is > 0 and < LongestName, ErrorCode.EINVAL);
        string name = Encoding.Latin1.GetString(call.Memory.Read(call.Address(0), length)).TrimEnd('\0');
        int[] oid = call.Machine.Sysctls.Find(name) ?? throw new KernelError(ErrorCode.ENOENT);
        return Run(call, oid);
    }

    private static long Run(CallContext call, int[] oid)
    {
        if (oid[0] == 0)
        {
            Give(call, SysctlQuestions.Answer(call, oid));
            return 0;
        }

        SysctlTable table = call.Machine.Sysctls;
        if (table.Find(oid) is not { } entry)
        {
            throw new KernelError(table.IsNode(oid) ? ErrorCode.EISDIR : ErrorCode.ENOENT);
        }

        if (call.Address(4) != 0)
        {
            RequireWritable(call, entry);
        }

        if (call.Address(3) != 0 || call.Address(2) != 0)
        {
            Give(call, entry.Read(call, oid[entry.Oid.Length..]));
        }

        if (call.Address(4) != 0)
        {
            entry.Write!(call, call.Memory.Read(call.Address(4), call.Length(5)).ToArray());
        }

        return 0;
    }

    private static void RequireWritable(CallContext call, SysctlEntry entry)
    {
        Processes.Credentials credentials = call.Process.Credentials;
        KernelError.Unless(entry.Write is not null, ErrorCode.EPERM);
        KernelError.Unless(credentials.IsSuperuser && (!credentials.IsInJail || entry.IsJailWritable || (entry.IsVnetWritable && credentials.Jail.HasVnet)), ErrorCode.EPERM);
    }

    // As much as there is room for; too little is an error all the same.
    private static void Give(CallContext call, byte[] value)
    {
        ulong lengthAddress = call.Address(3);
        if (lengthAddress == 0)
        {
            return;
        }

        if (call.Address(2) == 0)
        {
            call.Memory.WriteUInt64(lengthAddress, (ulong)value.Length);
            return;
        }

        long room = BinaryPrimitives.ReadInt64LittleEndian(call.Memory.Read(lengthAddress, 8));
        int count = (int)Math.Min(room, value.Length);
        call.Memory.Write(call.Address(2), value.AsSpan(0, count));
        call.Memory.WriteUInt64(lengthAddress, (ulong)count);
        KernelError.Unless(count == value.Length, ErrorCode.ENOMEM);
    }
}
