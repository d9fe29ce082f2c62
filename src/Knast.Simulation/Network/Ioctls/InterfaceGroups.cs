using System.Buffers.Binary;
using System.Text;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Ioctls;

/// <summary>Groups of interfaces.</summary>
internal static class InterfaceGroups
{
    /// <summary>Carries a request about the groups of one interface out, if it is one of these.</summary>
    /// <exception cref="KernelError">EPERM; EINVAL: the name ends in a digit, or too little room; EEXIST, ENOENT, EFAULT.</exception>
    public static bool Run(CallContext call, NetworkInterface target, uint request, byte[] data)
    {
        switch (request)
        {
            case IoctlCodes.AddGroup:
                NetworkPrivilege.Require(call);
                Add(target, GroupOf(call, data));
                return true;
            case IoctlCodes.DeleteGroup:
                NetworkPrivilege.Require(call);
                KernelError.Unless(target.Groups.Remove(GroupOf(call, data)), ErrorCode.ENOENT);
                return true;
            case IoctlCodes.GetGroups:
                WriteNames(call, data, target.Groups);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The interfaces of a group.</summary>
    /// <exception cref="KernelError">ENOENT, EINVAL, EFAULT.</exception>
    public static void Members(CallContext call, Vnet vnet, byte[] data)
    {
        string group = IfreqData.Name(data);
        string[] members = [.. vnet.Interfaces.Where(one => one.Groups.Contains(group)).Select(static one => one.Name)];
        KernelError.Unless(members.Length > 0, ErrorCode.ENOENT);
        WriteNames(call, data, members);
    }

    private static void Add(NetworkInterface target, string group)
    {
        KernelError.Unless(group.Length == 0 || !char.IsAsciiDigit(group[^1]), ErrorCode.EINVAL);
        KernelError.Unless(!target.Groups.Contains(group), ErrorCode.EEXIST);
        target.Groups.Add(group);
    }

    // 15 insists on the NUL.
    private static string GroupOf(CallContext call, byte[] data)
    {
        ReadOnlySpan<byte> field = data.AsSpan(IfgroupreqLayout.Group, InterfaceName.FieldSize);
        int end = field.IndexOf((byte)0);
        KernelError.Unless(end >= 0 || !call.Is15, ErrorCode.EINVAL);
        return Encoding.Latin1.GetString(end < 0 ? field[..^1] : field[..end]);
    }

    private static void WriteNames(CallContext call, byte[] data, IReadOnlyList<string> names)
    {
        int room = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(IfgroupreqLayout.Length));
        if (room == 0)
        {
            BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(IfgroupreqLayout.Length), names.Count * IfgReqLayout.Size);
            return;
        }

        ulong buffer = BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(IfgroupreqLayout.Groups));
        for (int index = 0; index < names.Count; index++)
        {
            KernelError.Unless(room - (index * IfgReqLayout.Size) >= IfgReqLayout.Size, ErrorCode.EINVAL);
            IfreqData.SetName(call.Memory.Write(buffer + (ulong)(index * IfgReqLayout.Size), IfgReqLayout.Size), names[index]);
        }
    }
}
