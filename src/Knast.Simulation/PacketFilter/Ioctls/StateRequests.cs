using System.Buffers.Binary;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;
using Knast.Simulation.PacketFilter.States;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>States are listed and forgotten.</summary>
internal static class StateRequests
{
    /// <summary>DIOCGETSTATESV2: as many as there is room for; without room, how much they need.</summary>
    /// <exception cref="KernelError">EOPNOTSUPP: a form of states that is newer than the kernel; EFAULT.</exception>
    public static void Get(CallContext call, VnetFilter filter, byte[] data)
    {
        ulong version = BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(PfiocStatesV2Layout.Version));
        KernelError.Unless(version <= StateExport.Version(filter.Is15), ErrorCode.EOPNOTSUPP);
        IReadOnlyList<FilterState> states = filter.States.Current;
        int length = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(PfiocStatesV2Layout.Length));
        int count = length <= 0 ? states.Count : Math.Min(states.Count, length / PfStateExportLayout.Size);
        if (length > 0)
        {
            byte[] entries = new byte[count * PfStateExportLayout.Size];
            for (int index = 0; index < count; index++)
            {
                StateExport.Write(entries.AsSpan(index * PfStateExportLayout.Size), states[index], filter);
            }

            call.Memory.Write(BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(PfiocStatesV2Layout.Buffer)), entries);
        }

        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(PfiocStatesV2Layout.Length), count * PfStateExportLayout.Size);
    }

    /// <summary>DIOCKILLSTATESNV.</summary>
    /// <exception cref="KernelError">EBADMSG; EINVAL: something is missing in the list, or does not fit.</exception>
    public static void Kill(CallContext call, VnetFilter filter, byte[] data)
    {
        StateKill kill = StateKill.Read(NameValueArgument.Read(call, data));
        FilterState[] killed = [.. kill.Choose(filter.States.Current, filter.Status.HostId)];
        foreach (FilterState state in killed)
        {
            filter.States.Remove(state);
        }

        NameValueArgument.Answer(call, data, new NameValueList { { "killed", (ulong)killed.Length } });
    }
}
