using System.Buffers.Binary;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;
using Knast.Simulation.Network.Drivers;

namespace Knast.Simulation.Network.Ioctls;

/// <summary>What only bridges do (SIOCSDRVSPEC and SIOCGDRVSPEC, with a command of their own inside).</summary>
internal static class BridgeControl
{
    private const int AddMember = 0;
    private const int DeleteMember = 1;
    private const int GetMemberFlags = 2;
    private const int SetMemberFlags = 3;
    private const int GetMembers = 6;
    private const int CommandCount13 = 31;
    private const int CommandCount15 = 36;

    /// <summary>Carries a command out.</summary>
    /// <exception cref="KernelError">EINVAL: no such command, the wrong request or length for it; EPERM; ENOENT, EEXIST, EBUSY, EFAULT.</exception>
    public static void Run(CallContext call, BridgeDriver bridge, uint request, byte[] data, bool is15)
    {
        KernelError.Unless(request is IoctlCodes.SetDriver or IoctlCodes.GetDriver, ErrorCode.EINVAL);
        ulong command = BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(IfdrvLayout.Command));
        KernelError.Unless(command < (ulong)(is15 ? CommandCount15 : CommandCount13), ErrorCode.EINVAL);
        bool isRead = request == IoctlCodes.GetDriver;
        switch ((int)command)
        {
            case AddMember or DeleteMember or SetMemberFlags:
                KernelError.Unless(!isRead, ErrorCode.EINVAL);
                NetworkPrivilege.Require(call);
                Change(bridge, (int)command, call.Memory.Read(ArgumentOf(data, IfbreqLayout.Size), IfbreqLayout.Size));
                break;
            case GetMemberFlags:
                KernelError.Unless(isRead, ErrorCode.EINVAL);
                ulong at = ArgumentOf(data, IfbreqLayout.Size);
                BridgeMembership member = Find(bridge, call.Memory.Read(at, IfbreqLayout.Size));
                member.WriteTo(call.Memory.Write(at, IfbreqLayout.Size), is15);
                break;
            case GetMembers:
                KernelError.Unless(isRead, ErrorCode.EINVAL);
                List(call, bridge, ArgumentOf(data, IfbifconfLayout.Size), is15);
                break;
            default:
                throw new KernelError(ErrorCode.EOPNOTSUPP);
        }
    }

    private static ulong ArgumentOf(ReadOnlySpan<byte> data, int length)
    {
        KernelError.Unless(BinaryPrimitives.ReadUInt64LittleEndian(data[IfdrvLayout.Length..]) == (ulong)length, ErrorCode.EINVAL);
        return BinaryPrimitives.ReadUInt64LittleEndian(data[IfdrvLayout.Data..]);
    }

    private static BridgeMembership Find(BridgeDriver bridge, ReadOnlySpan<byte> member)
    {
        string name = IfreqData.Name(member);
        return bridge.Members.Find(one => one.Member.Name == name) ?? throw new KernelError(ErrorCode.ENOENT);
    }

    private static void Change(BridgeDriver bridge, int command, ReadOnlySpan<byte> member)
    {
        switch (command)
        {
            case AddMember:
                bridge.Add(bridge.Interface.Vnet.Find(IfreqData.Name(member)) ?? throw new KernelError(ErrorCode.ENOENT));
                break;
            case DeleteMember:
                bridge.Remove(Find(bridge, member));
                break;
            default:
                BridgeMembership found = Find(bridge, member);
                int flags = BinaryPrimitives.ReadInt32LittleEndian(member[IfbreqLayout.Flags..]);
                KernelError.Unless((flags & (int)BridgeMemberFlags.Span) == 0, ErrorCode.EINVAL);
                found.SetFlags(flags);
                break;
        }
    }

    // Asked with no room it says how much is needed; with too little it gives what fits.
    private static void List(CallContext call, BridgeDriver bridge, ulong argument, bool is15)
    {
        byte[] list = call.Memory.Read(argument, IfbifconfLayout.Size).ToArray();
        int room = BinaryPrimitives.ReadInt32LittleEndian(list.AsSpan(IfbifconfLayout.Length));
        int needed = bridge.Members.Count * IfbreqLayout.Size;
        int count = room == 0 ? 0 : Math.Min(needed, Math.Max(0, room)) / IfbreqLayout.Size;
        ulong buffer = BinaryPrimitives.ReadUInt64LittleEndian(list.AsSpan(IfbifconfLayout.Buffer));
        for (int index = 0; index < count; index++)
        {
            ulong at = buffer + (ulong)(index * IfbreqLayout.Size);
            bridge.Members[index].WriteTo(call.Memory.Write(at, IfbreqLayout.Size), is15);
        }

        BinaryPrimitives.WriteInt32LittleEndian(list.AsSpan(IfbifconfLayout.Length), room == 0 ? needed : count * IfbreqLayout.Size);
        call.Memory.Write(argument, list);
    }
}
