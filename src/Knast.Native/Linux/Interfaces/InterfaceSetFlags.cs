using Knast.Native.Kernel;

namespace Knast.Native.Linux.Interfaces;

/// <summary>ioctl(2) SIOCSIFFLAGS: the flags of an interface (netdevice(7)).</summary>
public static class InterfaceSetFlags
{
    private const long Request = 0x8914;
    private const long Up = 1;
    private const int NameLength = 16;
    private const int RequestSize = 40;

    /// <summary>Brings an interface up.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network namespace.</param>
    /// <param name="name">The interface, at most 15 bytes.</param>
    public static SystemCall ComposeUp(KernelTarget target, Operand socket, string name)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(System.Text.Encoding.UTF8.GetByteCount(name), NameLength);
        SystemCall call = LinuxSystemCall.Ioctl(target);
        call.Subject = $"SIOCSIFFLAGS {name} up";
        BlockReference request = call.AddBlock(RequestSize, BlockDirection.In);
        System.Text.Encoding.UTF8.GetBytes(name, call.Bytes(request));
        call.Write(request, NameLength, 2, Up);
        return call.Argument(socket).Argument(Request).Argument(request);
    }
}
