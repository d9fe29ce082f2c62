using System.Runtime.InteropServices;
using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Sysctls;

/// <summary>Questions about sysctls themselves: name, next, numbers of a name, kind and format.</summary>
internal static class SysctlQuestions
{
    private const int Name = 1;
    private const int Next = 2;
    private const int NameToOid = 3;
    private const int OidFormat = 4;
    private const int OidDescription = 5;
    private const int NextWithoutSkipping = 7;

    public static byte[] Answer(CallContext call, int[] question)
    {
        SysctlTable table = call.Machine.Sysctls;
        int[] oid = question[2..];
        return question[1] switch
        {
            Name => Encoding.Latin1.GetBytes(NameOf(table, oid) + "\0"),
            Next or NextWithoutSkipping => ToBytes((table.After(oid) ?? throw new KernelError(ErrorCode.ENOENT)).Oid),
            NameToOid => ToBytes(table.Find(ReadName(call)) ?? throw new KernelError(ErrorCode.ENOENT)),
            OidFormat => Format(table.Find(oid) ?? throw new KernelError(ErrorCode.ENOENT)),
            OidDescription => Encoding.Latin1.GetBytes(NameOf(table, oid) + "\0"),
            _ => throw new KernelError(ErrorCode.ENOENT),
        };
    }

    private static string ReadName(CallContext call)
    {
        string name = Encoding.Latin1.GetString(call.Memory.Read(call.Address(4), call.Length(5))).TrimEnd('\0');
        return name.Length > 0 ? name : throw new KernelError(ErrorCode.ENOENT);
    }

    // Numbers that mean nothing are their own name.
    private static string NameOf(SysctlTable table, int[] oid) => table.Find(oid)?.Name ?? string.Join('.', oid);

    private static byte[] Format(SysctlEntry entry) => [.. BitConverter.GetBytes(entry.Flags), .. Encoding.Latin1.GetBytes(entry.Format + "\0")];

    private static byte[] ToBytes(int[] oid) => MemoryMarshal.AsBytes(oid.AsSpan()).ToArray();
}
