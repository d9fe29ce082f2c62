using System.Net.NetworkInformation;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCSIFLLADDR: the link-layer (MAC) address of an interface.</summary>
public static class InterfaceSetLinkAddress
{
    [AbiConstant("SIOCSIFLLADDR")]
    private const long Request = 0x8020693C;

    private const int MaximumLength = IfreqLayout.Size - IfreqLayout.Address - SockaddrLayout.Data;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="address">The address, as long as the present one: six bytes for Ethernet.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes, or the address is longer than 14.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, PhysicalAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        byte[] bytes = address.GetAddressBytes();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, MaximumLength, nameof(address));
        SystemCall call = InterfaceRequest.Compose(
            target, "SIOCSIFLLADDR", Request, BlockDirection.In, socket, name, Convert.ToHexString(bytes).ToLowerInvariant());

        // Here sa_len is the length of the address alone.
        Span<byte> value = call.Bytes(InterfaceRequest.Block)[IfreqLayout.Address..];
        value[SockaddrLayout.Length] = (byte)bytes.Length;
        value[SockaddrLayout.Family] = Sockaddr.LinkFamily;
        bytes.CopyTo(value[SockaddrLayout.Data..]);
        return call;
    }

    /// <summary>Sets the address.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="address">The address, as long as the present one.</param>
    /// <exception cref="NativeException">EINVAL: another length. ENODEV: the kind of interface has none. ENXIO: there is no such interface. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, PhysicalAddress address)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, address);
        kernel.Require(call);
    }
}
