using System.Buffers.Binary;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;
using Knast.Simulation.Network.Interfaces;
using Knast.Simulation.Network.Ioctls;

namespace Knast.Simulation.Network.Drivers;

/// <summary>vlan(4).</summary>
internal sealed class VlanDriver : EthernetDriver
{
    private const int TagLength = 4;
    private const int SmallestFrame = 46;
    private const int LargestTag = 0xFFE;
    private const ushort Ethernet8021Q = 0x8100;
    private const InterfaceFlags Needed = InterfaceFlags.Broadcast | InterfaceFlags.Multicast;

    private readonly bool _is15;
    private int _frameLoss;
    private ushort _protocol;

    public VlanDriver(string name, bool is15)
    {
        _is15 = is15;
        Interface = new NetworkInterface(name, this, InterfaceType.Vlan, stackalloc byte[6])
        {
            Flags = Needed,
            HeaderLength = TagLength,
        };
    }

    public override string Kind => "vlan";

    /// <summary>The interface that carries it.</summary>
    public NetworkInterface? Parent { get; private set; }

    public int Tag { get; private set; }

    public override void SetMtu(int mtu)
    {
        KernelError.Unless(Parent is { } parent && mtu <= parent.Mtu - _frameLoss && mtu >= SmallestFrame - _frameLoss, ErrorCode.EINVAL);
        Interface.Mtu = mtu;
    }

    public override void SetCapabilities(InterfaceCapabilities wanted) => Interface.Enabled = wanted & Interface.Available;

    /// <summary>Puts it on an interface.</summary>
    /// <exception cref="KernelError">EPROTONOSUPPORT, EINVAL: a bad tag; EBUSY: it is on another; EEXIST: the tag is taken.</exception>
    public void Configure(NetworkInterface parent, int tag, ushort protocol)
    {
        bool carries = parent.Type is InterfaceType.Ethernet or InterfaceType.Vlan || (_is15 && parent.Type == InterfaceType.Bridge)
            || parent.Enabled.HasFlag(InterfaceCapabilities.VlanTagging);
        KernelError.Unless(carries && (parent.Flags & Needed) == Needed, ErrorCode.EPROTONOSUPPORT);
        KernelError.Unless(tag is > 0 and <= LargestTag, ErrorCode.EINVAL);
        KernelError.Unless(Parent is null || (_is15 && Parent == parent), ErrorCode.EBUSY);
        bool isTaken = parent.Vnet.Machine.AllInterfaces.Any(other =>
            other.Driver is VlanDriver vlan && vlan != this && vlan.Parent == parent && vlan.Tag == tag);
        KernelError.Unless(!isTaken, ErrorCode.EEXIST);
        (Parent, Tag, _protocol) = (parent, tag, protocol);
        _frameLoss = parent.Enabled.HasFlag(InterfaceCapabilities.VlanMtu) ? 0 : TagLength;
        Interface.Mtu = parent.Mtu - _frameLoss;
        Interface.BitsPerSecond = parent.BitsPerSecond;
        Interface.Flags = (Interface.Flags & ~InterfaceFlags.Simplex) | (parent.Flags & InterfaceFlags.Simplex) | InterfaceFlags.Running;
        Interface.LinkState = parent.LinkState;
        parent.Link.Address.CopyTo(Interface.Link.Address);
    }

    /// <summary>Takes it from its interface.</summary>
    public void Unconfigure()
    {
        Parent = null;
        Tag = 0;
        Interface.LinkState = LinkState.Unknown;
        Interface.BitsPerSecond = 0;
        Interface.Flags &= ~(InterfaceFlags.Simplex | InterfaceFlags.Running);
        Interface.Link.Address.Clear();
    }

    public override void Control(CallContext call, uint request, byte[] data)
    {
        switch (request)
        {
            case IoctlCodes.SetVlan:
                KernelError.Unless(Interface.Vnet == Interface.Home, ErrorCode.EPERM);
                Set(call.Memory.Read(IfreqData.Pointer(data), VlanreqLayout.Size));
                break;
            case IoctlCodes.GetVlan:
                KernelError.Unless(Interface.Vnet == Interface.Home, ErrorCode.EPERM);
                Write(call.Memory.Write(IfreqData.Pointer(data), VlanreqLayout.Size));
                break;
            default:
                throw new KernelError(ErrorCode.EINVAL);
        }
    }

    public override void Destroying() => Unconfigure();

    private void Set(ReadOnlySpan<byte> request)
    {
        string parent = InterfaceName.Read(request[VlanreqLayout.Parent..]);
        if (parent.Length == 0)
        {
            Unconfigure();
            return;
        }

        ushort protocol = BinaryPrimitives.ReadUInt16LittleEndian(request[VlanreqLayout.Protocol..]);
        Configure(
            Interface.Vnet.Find(parent) ?? throw new KernelError(ErrorCode.ENOENT),
            BinaryPrimitives.ReadUInt16LittleEndian(request[VlanreqLayout.Tag..]),
            protocol == 0 ? Ethernet8021Q : protocol);
    }

    private void Write(Span<byte> to)
    {
        to.Clear();
        if (Parent is { } parent)
        {
            InterfaceName.Write(to[VlanreqLayout.Parent..], parent.Name);
            BinaryPrimitives.WriteUInt16LittleEndian(to[VlanreqLayout.Tag..], (ushort)Tag);
            BinaryPrimitives.WriteUInt16LittleEndian(to[VlanreqLayout.Protocol..], _protocol);
        }
    }
}
