using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>What the requests to a bridge have in common: an ioctl whose argument, struct ifdrv, names a command and points to its own argument.</summary>
internal static class BridgeRequest
{
    [AbiConstant("SIOCSDRVSPEC")]
    private const long Set = 0x8028697B;

    [AbiConstant("SIOCGDRVSPEC")]
    private const long Get = 0xC028697B;

    /// <summary>Makes a request that changes the bridge.</summary>
    public static SystemCall ComposeSet(KernelTarget target, string name, long command, Operand socket, string bridge, string detail, int length) =>
        Compose(target, Set, name, command, socket, bridge, detail, length, BlockDirection.In);

    /// <summary>Makes a request that reads from the bridge.</summary>
    public static SystemCall ComposeGet(KernelTarget target, string name, long command, Operand socket, string bridge, int length) =>
        Compose(target, Get, name, command, socket, bridge, "", length, BlockDirection.InOut);

    /// <summary>The block that holds the command's argument.</summary>
    public static BlockReference Argument { get; } = new(1);

    private static SystemCall Compose(
        KernelTarget target,
        long code,
        string name,
        long command,
        Operand socket,
        string bridge,
        string detail,
        int length,
        BlockDirection direction)
    {
        InterfaceName.Require(bridge);
        SystemCall call = FreeBsdSystemCall.Ioctl(target);
        call.Subject = detail.Length == 0 ? $"{name} {bridge}" : $"{name} {bridge} {detail}";
        BlockReference request = call.AddBlock(IfdrvLayout.Size, direction);
        InterfaceName.Write(call.Bytes(request)[IfdrvLayout.Name..], bridge);
        call.Write(request, IfdrvLayout.Command, 8, command);
        call.Write(request, IfdrvLayout.Length, 8, length);
        call.Point(request, IfdrvLayout.Data, call.AddBlock(length, direction));
        return call.Argument(socket).Argument(code).Argument(request);
    }
}
