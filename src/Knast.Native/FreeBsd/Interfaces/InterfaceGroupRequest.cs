using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>What the ioctls whose argument is struct ifgroupreq have in common.</summary>
internal static class InterfaceGroupRequest
{
    /// <summary>The block that holds struct ifgroupreq.</summary>
    public static BlockReference Block { get; } = new(0);

    /// <summary>Makes an ioctl about a group of an interface.</summary>
    public static SystemCall Compose(
        KernelTarget target, string name, long code, BlockDirection direction, Operand socket, string interfaceName, string group = "")
    {
        InterfaceName.Require(interfaceName);
        FixedText.Require(group, InterfaceName.FieldSize, "The interface group");
        SystemCall call = FreeBsdSystemCall.Ioctl(target);
        call.Subject = group.Length == 0 ? $"{name} {interfaceName}" : $"{name} {interfaceName} {group}";
        BlockReference block = call.AddBlock(IfgroupreqLayout.Size, direction);
        InterfaceName.Write(call.Bytes(block)[IfgroupreqLayout.Name..], interfaceName);
        FixedText.Write(call.Bytes(block).Slice(IfgroupreqLayout.Group, InterfaceName.FieldSize), group, "The interface group");
        return call.Argument(socket).Argument(code).Argument(block);
    }
}
