using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>What a vlan(4) interface stands on.</summary>
/// <param name="Parent">The interface that its frames go through; empty where it has none.</param>
/// <param name="Tag">The tag of its frames, 1 to 4094.</param>
public sealed record VlanConfiguration(string Parent, int Tag)
{
    [AbiConstant("ETHERTYPE_VLAN")]
    private const int EtherTypeVlan = 0x8100;

    /// <summary>Adds struct vlanreq to a call.</summary>
    internal BlockReference AddTo(SystemCall call)
    {
        BlockReference block = call.AddBlock(VlanreqLayout.Size, BlockDirection.In);
        FixedText.Write(call.Bytes(block).Slice(VlanreqLayout.Parent, InterfaceName.FieldSize), Parent, "The interface name");
        call.Write(block, VlanreqLayout.Tag, 2, Tag);
        call.Write(block, VlanreqLayout.Protocol, 2, EtherTypeVlan);
        return block;
    }
}
