using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Processes;

/// <summary>setgid(2), setresgid(2), setgroups(2) and their kin.</summary>
internal static class GroupCalls
{
    private const int MostGroups = 1023;
    private const int GroupSize = 4;

    public static void Register(SystemCallTable table)
    {
        table.Add(47, static call => call.Process.Credentials.RealGroup);
        table.Add(43, static call => call.Process.Credentials.EffectiveGroup);
        table.Add(181, SetGroup);
        table.Add(312, SetAll);
        table.Add(361, GetAll);
        table.Add(79, static call => GetGroups(call, [call.Process.Credentials.EffectiveGroup, .. call.Process.Credentials.Groups]));
        table.Add(80, SetGroupsWithEffective);
        if (table.Release.Is15)
        {
            table.Add(595, static call => GetGroups(call, call.Process.Credentials.Groups));
            table.Add(596, SetGroups);
        }
    }

    private static long SetGroup(CallContext call)
    {
        uint group = call.UInt32(0);
        Credentials own = call.Process.Credentials;
        KernelError.Unless(own.IsSuperuser || group == own.RealGroup || group == own.SavedGroup, ErrorCode.EPERM);
        call.Process.Credentials = own with { RealGroup = group, EffectiveGroup = group, SavedGroup = group };
        return 0;
    }

    private static long SetAll(CallContext call)
    {
        Credentials own = call.Process.Credentials;
        for (int index = 0; index < 3; index++)
        {
            uint group = call.UInt32(index);
            bool isOwn = group == uint.MaxValue || group == own.RealGroup || group == own.EffectiveGroup || group == own.SavedGroup;
            KernelError.Unless(own.IsSuperuser || isOwn, ErrorCode.EPERM);
        }

        call.Process.Credentials = own with
        {
            RealGroup = Choose(call, 0, own.RealGroup),
            EffectiveGroup = Choose(call, 1, own.EffectiveGroup),
            SavedGroup = Choose(call, 2, own.SavedGroup),
        };
        return 0;
    }

    private static uint Choose(CallContext call, int index, uint old) => call.UInt32(index) == uint.MaxValue ? old : call.UInt32(index);

    private static long GetAll(CallContext call)
    {
        Credentials own = call.Process.Credentials;
        uint[] groups = [own.RealGroup, own.EffectiveGroup, own.SavedGroup];
        for (int index = 0; index < groups.Length; index++)
        {
            if (call.Address(index) != 0)
            {
                call.Memory.WriteInt32(call.Address(index), (int)groups[index]);
            }
        }

        return 0;
    }

    private static int GetGroups(CallContext call, IReadOnlyList<uint> groups)
    {
        int room = call.Int32(0);
        if (room == 0)
        {
            return groups.Count;
        }

        KernelError.Unless(room >= groups.Count, ErrorCode.EINVAL);
        for (int index = 0; index < groups.Count; index++)
        {
            call.Memory.WriteInt32(call.Address(1) + (ulong)(index * GroupSize), (int)groups[index]);
        }

        return groups.Count;
    }

    private static uint[] ReadGroups(CallContext call)
    {
        int count = call.Int32(0);
        KernelError.Unless(call.Process.Credentials.IsSuperuser, ErrorCode.EPERM);
        KernelError.Unless(count is >= 0 and <= MostGroups + 1, ErrorCode.EINVAL);
        ReadOnlySpan<byte> bytes = call.Memory.Read(call.Address(1), count * GroupSize);
        uint[] groups = new uint[count];
        for (int index = 0; index < count; index++)
        {
            groups[index] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(index * GroupSize)..]);
        }

        return groups;
    }

    private static long SetGroups(CallContext call)
    {
        call.Process.Credentials = call.Process.Credentials with { Groups = ReadGroups(call) };
        return 0;
    }

    // The old call: the first of the list is the effective group.
    private static long SetGroupsWithEffective(CallContext call)
    {
        uint[] groups = ReadGroups(call);
        Credentials own = call.Process.Credentials;
        call.Process.Credentials = groups.Length == 0 ? own with { Groups = [] } : own with { EffectiveGroup = groups[0], Groups = groups[1..] };
        return 0;
    }
}
