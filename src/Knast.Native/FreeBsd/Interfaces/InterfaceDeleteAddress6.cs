using System.Net;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCDIFADDR_IN6: takes an IPv6 address, and the routes by it, from an interface.</summary>
public static class InterfaceDeleteAddress6
{
    [AbiConstant("SIOCDIFADDR_IN6")]
    private const long Request = 0x81206919;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">An IPv6 socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="address">The address.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes, or the address is not IPv6.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, IPAddress address)
    {
        InterfaceName.Require(name);
        if (Sockaddr.FamilyOf(address) != InternetFamily.IPv6)
        {
            throw new ArgumentException($"{address} is no IPv6 address; {nameof(InterfaceDeleteAddress)} takes IPv4.");
        }

        SystemCall call = FreeBsdSystemCall.Ioctl(target);
        call.Subject = $"SIOCDIFADDR_IN6 {name} {address}";
        BlockReference block = call.AddBlock(In6IfreqLayout.Size, BlockDirection.In);
        InterfaceName.Write(call.Bytes(block)[In6IfreqLayout.Name..], name);
        Sockaddr.Write(call.Bytes(block)[In6IfreqLayout.Address..], address);
        return call.Argument(socket).Argument(Request).Argument(block);
    }

    /// <summary>Takes an address from an interface.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">An IPv6 socket in the interface's network stack.</param>
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
