using System.Net;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCDIFADDR: takes an IPv4 address, and the routes by it, from an interface.</summary>
public static class InterfaceDeleteAddress
{
    [AbiConstant("SIOCDIFADDR")]
    private const long Request = 0x80206919;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">An IPv4 socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="address">The address.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes, or the address is not IPv4.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, IPAddress address)
    {
        if (Sockaddr.FamilyOf(address) != InternetFamily.IPv4)
        {
            throw new ArgumentException($"{address} is no IPv4 address; {nameof(InterfaceDeleteAddress6)} takes IPv6.");
        }

        SystemCall call = InterfaceRequest.Compose(target, "SIOCDIFADDR", Request, BlockDirection.In, socket, name, address.ToString());
        Sockaddr.Write(call.Bytes(InterfaceRequest.Block)[IfreqLayout.Address..], address);
        return call;
    }

    /// <summary>Takes an address from an interface.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">An IPv4 socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="address">The address.</param>
    /// <exception cref="NativeException">EADDRNOTAVAIL: it has no such address. ENXIO: there is no such interface. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, address);
        kernel.Require(call);
    }
}
