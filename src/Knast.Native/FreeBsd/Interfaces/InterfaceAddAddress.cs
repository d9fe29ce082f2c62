using System.Net;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCAIFADDR: gives an interface an IPv4 address, with a route to its network; an address that it has is replaced.</summary>
public static class InterfaceAddAddress
{
    [AbiConstant("SIOCAIFADDR")]
    private const long Request = 0x8044692B;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">An IPv4 socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="address">The address.</param>
    /// <param name="prefixLength">Bits of the network, 0 to 32.</param>
    /// <param name="peer">The broadcast address, or on a point-to-point interface the other end; null leaves the broadcast address to the kernel.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes; an address is not IPv4; the prefix length cannot be.</exception>
    public static SystemCall Compose(
        KernelTarget target, Operand socket, string name, IPAddress address, int prefixLength, IPAddress? peer = null)
    {
        InterfaceName.Require(name);
        Require(address);
        Sockaddr.RequirePrefix(InternetFamily.IPv4, prefixLength);
        SystemCall call = FreeBsdSystemCall.Ioctl(target);
        call.Subject = $"SIOCAIFADDR {name} {address}/{prefixLength}";
        BlockReference block = call.AddBlock(InAliasreqLayout.Size, BlockDirection.In);
        Span<byte> request = call.Bytes(block);
        InterfaceName.Write(request[InAliasreqLayout.Name..], name);
        Sockaddr.Write(request[InAliasreqLayout.Address..], address);
        Sockaddr.WriteMask(request[InAliasreqLayout.Mask..], InternetFamily.IPv4, prefixLength);
        if (peer is not null)
        {
            Require(peer);
            Sockaddr.Write(request[InAliasreqLayout.Broadcast..], peer);
        }

        return call.Argument(socket).Argument(Request).Argument(block);
    }

    /// <summary>Gives an interface an address.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">An IPv4 socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="address">The address.</param>
    /// <param name="prefixLength">Bits of the network, 0 to 32.</param>
    /// <param name="peer">The broadcast address, or on a point-to-point interface the other end.</param>
    /// <exception cref="NativeException">
    /// EEXIST: another interface has the network. EDESTADDRREQ: point-to-point, but no peer. EINVAL: a member of a bridge where
    /// net.link.bridge.member_ifaddrs is 0 (FreeBSD 15). ENXIO: there is no such interface. EPERM.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand socket, string name, IPAddress address, int prefixLength, IPAddress? peer = null)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, address, prefixLength, peer);
        kernel.Require(call);
    }

    private static void Require(IPAddress address)
    {
        if (Sockaddr.FamilyOf(address) != InternetFamily.IPv4)
        {
            throw new ArgumentException($"{address} is no IPv4 address; {nameof(InterfaceAddAddress6)} takes IPv6.");
        }
    }
}
