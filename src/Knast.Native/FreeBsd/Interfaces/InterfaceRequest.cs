using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>What the ioctls whose argument is struct ifreq have in common.</summary>
internal static class InterfaceRequest
{
    /// <summary>The block that holds struct ifreq.</summary>
    public static BlockReference Block { get; } = new(0);

    /// <summary>Makes an ioctl that names an interface.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="name">The request's name.</param>
    /// <param name="code">The request's number.</param>
    /// <param name="direction">Who writes the argument.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="interfaceName">The interface.</param>
    /// <param name="detail">What is asked of it, for messages.</param>
    public static SystemCall Compose(
        KernelTarget target, string name, long code, BlockDirection direction, Operand socket, string interfaceName, string detail = "")
    {
        InterfaceName.Require(interfaceName);
        SystemCall call = FreeBsdSystemCall.Ioctl(target);
        call.Subject = detail.Length == 0 ? $"{name} {interfaceName}" : $"{name} {interfaceName} {detail}";
        BlockReference block = call.AddBlock(IfreqLayout.Size, direction);
        InterfaceName.Write(call.Bytes(block)[IfreqLayout.Name..], interfaceName);
        return call.Argument(socket).Argument(code).Argument(block);
    }
}
