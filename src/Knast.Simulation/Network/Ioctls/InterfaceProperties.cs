using System.Buffers.Binary;
using System.Text;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Ioctls;

/// <summary>What every interface has: flags, MTU, name, description, link-level address (ifhwioctl of net/if.c).</summary>
internal static class InterfaceProperties
{
    private const int SmallestMtu = 72;
    private const int LargestMtu = 65535;
    private const int LongestDescription = 1024;

    private const InterfaceFlags Fixed = InterfaceFlags.Broadcast | InterfaceFlags.PointToPoint | InterfaceFlags.Running | InterfaceFlags.OutputActive
        | InterfaceFlags.Simplex | InterfaceFlags.Multicast | InterfaceFlags.AllMulticast | InterfaceFlags.Promiscuous | InterfaceFlags.Dying
        | InterfaceFlags.CannotConfigure | NetworkInterface.KnowsEpoch;

    /// <summary>Carries a request out, if it is one of these.</summary>
    /// <exception cref="KernelError">EPERM, EINVAL, EEXIST, ENAMETOOLONG, ENOMSG, ENODEV, EOPNOTSUPP, EFAULT.</exception>
    public static bool Run(CallContext call, NetworkInterface target, uint request, byte[] data)
    {
        if (Read(call, target, request, data))
        {
            return true;
        }

        Action<CallContext, NetworkInterface, byte[]>? change = request switch
        {
            IoctlCodes.SetFlags => static (_, target, data) => SetFlags(target, (InterfaceFlags)IfreqData.Number(data)),
            IoctlCodes.SetMtu => static (_, target, data) => SetMtu(target, IfreqData.Number(data)),
            IoctlCodes.SetMetric => static (_, target, data) => target.Metric = IfreqData.Number(data),
            IoctlCodes.SetCapabilities => static (_, target, data) => SetCapabilities(target, (InterfaceCapabilities)IfreqData.Number(data)),
            IoctlCodes.SetName => SetName,
            IoctlCodes.SetDescription => SetDescription,
            IoctlCodes.SetLinkAddress => static (_, target, data) => SetLinkAddress(target, IfreqData.Address(data)),
            IoctlCodes.SetRoutingTable => static (_, target, data) => SetRoutingTable(target, IfreqData.Number(data)),
            _ => null,
        };
        if (change is null)
        {
            return false;
        }

        NetworkPrivilege.Require(call);
        change(call, target, data);
        target.Touch();
        return true;
    }

    private static bool Read(CallContext call, NetworkInterface target, uint request, byte[] data)
    {
        switch (request)
        {
            case IoctlCodes.GetFlags:
                IfreqData.SetNumber(data, (int)target.Flags);
                return true;
            case IoctlCodes.GetMtu:
                IfreqData.SetNumber(data, target.Mtu);
                return true;
            case IoctlCodes.GetMetric:
                IfreqData.SetNumber(data, target.Metric);
                return true;
            case IoctlCodes.GetRoutingTable:
                IfreqData.SetNumber(data, target.RoutingTable);
                return true;
            case IoctlCodes.GetIndex:
                BinaryPrimitives.WriteUInt16LittleEndian(data.AsSpan(IfreqLayout.Index), (ushort)target.Index);
                return true;
            case IoctlCodes.GetCapabilities:
                IfreqData.SetNumber(data, (int)target.Available);
                BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(IfreqLayout.Capabilities + sizeof(int)), (int)target.Enabled);
                return true;
            case IoctlCodes.GetDescription:
                GetDescription(call, target, data);
                return true;
            default:
                return false;
        }
    }

    private static void SetFlags(NetworkInterface target, InterfaceFlags wanted)
    {
        bool wasUp = target.IsUp;
        if (wasUp && !wanted.HasFlag(InterfaceFlags.Up))
        {
            target.Flags &= ~InterfaceFlags.Up;
            InterfaceState.ReportChange(target, wasUp, isAsked: true);
        }

        if (((target.Flags ^ wanted) & InterfaceFlags.PermanentPromiscuous) != 0)
        {
            bool isWanted = wanted.HasFlag(InterfaceFlags.PermanentPromiscuous) || target.PromiscuousUsers > 0;
            target.Flags = isWanted ? target.Flags | InterfaceFlags.Promiscuous : target.Flags & ~InterfaceFlags.Promiscuous;
        }

        target.Flags = (target.Flags & Fixed) | (wanted & ~Fixed);
        target.Driver.FlagsChanged();
        if (!wasUp)
        {
            InterfaceState.ReportChange(target, wasUp, isAsked: true);
        }
    }

    private static void SetMtu(NetworkInterface target, int mtu)
    {
        KernelError.Unless(mtu is >= SmallestMtu and <= LargestMtu, ErrorCode.EINVAL);
        KernelError.Unless(target.Bridge is null || !target.Vnet.Machine.Is15, ErrorCode.EOPNOTSUPP);
        target.Driver.SetMtu(mtu);
    }

    private static void SetCapabilities(NetworkInterface target, InterfaceCapabilities wanted)
    {
        KernelError.Unless((wanted & ~target.Available) == 0, ErrorCode.EINVAL);
        target.Driver.SetCapabilities(wanted);
    }

    private static void SetName(CallContext call, NetworkInterface target, byte[] data)
    {
        string name = call.Memory.ReadText(IfreqData.Pointer(data), InterfaceName.FieldSize);
        KernelError.Unless(name.Length > 0, ErrorCode.EINVAL);
        if (name != target.Name)
        {
            KernelError.Unless(target.Vnet.Find(name) is null, ErrorCode.EEXIST);
            target.Rename(name);
        }
    }

    private static void GetDescription(CallContext call, NetworkInterface target, byte[] data)
    {
        string description = target.Description ?? throw new KernelError(ErrorCode.ENOMSG);
        byte[] text = [.. Encoding.Latin1.GetBytes(description), 0];
        if (BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(IfreqLayout.BufferLength)) < (ulong)text.Length)
        {
            data.AsSpan(IfreqLayout.Buffer, sizeof(ulong)).Clear();
        }
        else
        {
            call.Memory.Write(BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(IfreqLayout.Buffer)), text);
        }

        BinaryPrimitives.WriteInt64LittleEndian(data.AsSpan(IfreqLayout.BufferLength), text.Length);
    }

    private static void SetDescription(CallContext call, NetworkInterface target, byte[] data)
    {
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(IfreqLayout.BufferLength));
        KernelError.Unless(length <= LongestDescription, ErrorCode.ENAMETOOLONG);
        if (length == 0)
        {
            target.Description = null;
            return;
        }

        ReadOnlySpan<byte> text = call.Memory.Read(BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(IfreqLayout.Buffer)), (int)length - 1);
        int end = text.IndexOf((byte)0);
        target.Description = Encoding.Latin1.GetString(end < 0 ? text : text[..end]);
    }

    // Here the length of the socket address is that of the link-level address alone.
    private static void SetLinkAddress(NetworkInterface target, ReadOnlySpan<byte> address)
    {
        int length = address[SockaddrLayout.Length];
        KernelError.Unless(length == target.Link.Address.Length, ErrorCode.EINVAL);
        KernelError.Unless(target.Type is InterfaceType.Ethernet or InterfaceType.Vlan or InterfaceType.Bridge, ErrorCode.ENODEV);
        address.Slice(SockaddrLayout.Data, length).CopyTo(target.Link.Address);
    }

    private static void SetRoutingTable(NetworkInterface target, int table)
    {
        KernelError.Unless((uint)table < (uint)target.Vnet.Settings["net.fibs"], ErrorCode.EINVAL);
        target.RoutingTable = table;
    }
}
