using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Network.Interfaces;
using Knast.Simulation.Network.Ioctls;

namespace Knast.Simulation.Network.Drivers;

/// <summary>if_bridge(4).</summary>
internal sealed class BridgeDriver : EthernetDriver
{
    // FreeBSD 15 takes what any interface takes.
    private const int SmallestMtu13 = 576;

    // What a member does only where all do, and what none does.
    private const InterfaceCapabilities Common = InterfaceCapabilities.SegmentationIPv4 | InterfaceCapabilities.SegmentationIPv6
        | InterfaceCapabilities.SendChecksum | InterfaceCapabilities.SendChecksumIPv6;

    private readonly bool _is15;

    public BridgeDriver(string name, ReadOnlySpan<byte> address, bool is15)
    {
        _is15 = is15;
        Interface = new NetworkInterface(name, this, InterfaceType.Ethernet, address)
        {
            Type = InterfaceType.Bridge,
            Flags = InterfaceFlags.Broadcast | InterfaceFlags.Simplex | InterfaceFlags.Multicast,
            HeaderLength = HeaderLength,
        };
        OwnAddress = address.ToArray();
    }

    public override string Kind => "bridge";

    /// <summary>The members, the newest first.</summary>
    public List<BridgeMembership> Members { get; } = [];

    private byte[] OwnAddress { get; }

    private NetworkInterface? AddressGiver { get; set; }

    public override void FlagsChanged() =>
        Interface.Flags = Interface.IsUp ? Interface.Flags | InterfaceFlags.Running : Interface.Flags & ~InterfaceFlags.Running;

    public override void SetMtu(int mtu)
    {
        if (_is15)
        {
            SetMtuWithMembers(mtu);
            return;
        }

        KernelError.Unless(mtu >= SmallestMtu13 && Members.TrueForAll(member => member.Member.Mtu == mtu), ErrorCode.EINVAL);
        Interface.Mtu = mtu;
    }

    /// <summary>Adds a member (BRDGADD).</summary>
    /// <exception cref="KernelError">EEXIST, EBUSY: it is one, of this bridge or another; EINVAL: it cannot be one.</exception>
    public void Add(NetworkInterface member)
    {
        KernelError.Unless(member.Driver is not VlanDriver { Parent.Type: InterfaceType.Bridge }, ErrorCode.EINVAL);
        KernelError.Unless(member.Bridge?.Bridge != this, ErrorCode.EEXIST);
        KernelError.Unless(member.Bridge is null, ErrorCode.EBUSY);
        KernelError.Unless(member.Type is InterfaceType.Ethernet or InterfaceType.Vlan, ErrorCode.EINVAL);
        KernelError.Unless(!_is15 || Interface.Vnet.Settings.BridgeMembersMayHaveAddresses || member.Addresses.Count == 0, ErrorCode.EINVAL);
        AdaptMtu(member);
        TakeAddress(member);
        member.Bridge = new BridgeMembership(this, member);
        Members.Insert(0, member.Bridge);
        AdaptCapabilities();
        CheckLink();
        member.SetPromiscuous(isWanted: true);
    }

    /// <summary>Takes a member away (BRDGDEL).</summary>
    public void Remove(BridgeMembership membership)
    {
        NetworkInterface member = membership.Member;
        MemberGone(member);
        member.SetPromiscuous(isWanted: false);
        if (member.Enabled != membership.FormerCapabilities)
        {
            member.Driver.SetCapabilities(membership.FormerCapabilities);
        }
    }

    /// <summary>A member leaves the vnet: the bridge forgets it, and leaves it as it is.</summary>
    public void MemberGone(NetworkInterface member)
    {
        Members.Remove(member.Bridge!);
        member.Bridge = null;
        if (AddressGiver == member)
        {
            AddressGiver = Members.FirstOrDefault()?.Member;
            (AddressGiver is { } next ? next.Link.Address : OwnAddress).CopyTo(Interface.Link.Address);
        }

        CheckLink();
        AdaptCapabilities();
    }

    /// <summary>The link is up if that of a member is.</summary>
    public void CheckLink()
    {
        bool isUp = Members.Exists(static member => member.Member.LinkState == LinkState.Up)
            || (Members.Count > 0 && Members.TrueForAll(static member => !member.Member.Available.HasFlag(InterfaceCapabilities.LinkState)));
        Interface.LinkState = isUp ? LinkState.Up : LinkState.Down;
    }

    public override void Control(CallContext call, uint request, byte[] data) => BridgeControl.Run(call, this, request, data, _is15);

    public override void Destroying()
    {
        Interface.Flags &= ~(InterfaceFlags.Up | InterfaceFlags.Running);
        foreach (BridgeMembership member in Members.ToArray())
        {
            Remove(member);
        }
    }

    public override void Departing()
    {
        base.Departing();
        foreach (BridgeMembership member in Members.ToArray())
        {
            Remove(member);
        }
    }

    private void SetMtuWithMembers(int mtu)
    {
        int former = Interface.Mtu;
        try
        {
            Members.ForEach(member => member.Member.Driver.SetMtu(mtu));
        }
        catch (KernelError)
        {
            Members.ForEach(member => member.Member.Driver.SetMtu(former));
            throw new KernelError(ErrorCode.EINVAL);
        }

        Interface.Mtu = mtu;
    }

    // The first member decides; on 15 the next ones follow, on 13 they must agree.
    private void AdaptMtu(NetworkInterface member)
    {
        if (Members.Count == 0)
        {
            Interface.Mtu = member.Mtu;
        }
        else if (member.Mtu != Interface.Mtu)
        {
            KernelError.Unless(_is15, ErrorCode.EINVAL);
            member.Driver.SetMtu(Interface.Mtu);
        }
    }

    private void TakeAddress(NetworkInterface member)
    {
        if (Interface.Vnet.Settings.BridgesInheritAddresses && Members.Count == 0 && Interface.Link.Address.SequenceEqual(OwnAddress))
        {
            member.Link.Address.CopyTo(Interface.Link.Address);
            AddressGiver = member;
        }
    }

    private void AdaptCapabilities()
    {
        InterfaceCapabilities shared = Members.Aggregate(Common, static (mask, member) => mask & member.FormerCapabilities);
        foreach (NetworkInterface member in Members.Select(static member => member.Member))
        {
            InterfaceCapabilities wanted = (member.Enabled & ~(InterfaceCapabilities.LargeReceive | Common)) | shared;
            if (member.Enabled != wanted)
            {
                member.Driver.SetCapabilities(wanted);
            }
        }
    }
}
