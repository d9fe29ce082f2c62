using System.Buffers.Binary;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Drivers;

/// <summary>An interface as a member of a bridge (struct bridge_iflist).</summary>
internal sealed class BridgeMembership(BridgeDriver bridge, NetworkInterface member)
{
    /// <summary>The flags that a request can set (IFBIFMASK): not those of the spanning tree's state.</summary>
    private const BridgeMemberFlags Settable = (BridgeMemberFlags)~0x7E0;

    // A port of which the spanning tree knows nothing yet: the flags that its state adds, and what else it is described by.
    private const int TreeFlags = 0x140;
    private const int TreePortFlags = 0x30;
    private const int PathCost = 2000;
    private const byte Priority = 0x80;
    private const byte Protocol = 2;
    private const byte State = 5;
    private const int TreeFlagsOffset = 20;
    private const int PriorityOffset = 29;
    private const int ProtocolOffset = 30;
    private const int VlanProtocolOffset = 50;
    private const int PortMask = 0xFFF;
    private const ushort VlanProtocol = 0x8100;

    public BridgeDriver Bridge { get; } = bridge;

    public NetworkInterface Member { get; } = member;

    public BridgeMemberFlags Flags { get; private set; } = BridgeMemberFlags.Learning | BridgeMemberFlags.Discover;

    /// <summary>What the member could do before it joined.</summary>
    public InterfaceCapabilities FormerCapabilities { get; } = member.Enabled;

    public void SetFlags(int flags) => Flags = (BridgeMemberFlags)flags & Settable;

    /// <summary>Writes struct ifbreq.</summary>
    public void WriteTo(Span<byte> to, bool is15)
    {
        to[..IfbreqLayout.Size].Clear();
        InterfaceName.Write(to[IfbreqLayout.Member..], Member.Name);
        BinaryPrimitives.WriteInt32LittleEndian(to[IfbreqLayout.Flags..], (int)Flags | TreeFlags);
        BinaryPrimitives.WriteInt32LittleEndian(to[TreeFlagsOffset..], TreePortFlags);
        BinaryPrimitives.WriteInt32LittleEndian(to[IfbreqLayout.PathCost..], PathCost);
        to[IfbreqLayout.Port] = (byte)(Member.Index & PortMask);
        to[PriorityOffset] = Priority;
        to[ProtocolOffset] = Protocol;
        to[IfbreqLayout.State] = State;
        if (is15)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(to[VlanProtocolOffset..], VlanProtocol);
        }
    }
}
