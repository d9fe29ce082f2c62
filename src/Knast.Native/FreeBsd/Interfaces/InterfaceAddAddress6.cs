using System.Net;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCAIFADDR_IN6: gives an interface an IPv6 address; one that it has gets the new lifetimes and flags.</summary>
public static class InterfaceAddAddress6
{
    /// <summary>A lifetime without end.</summary>
    [AbiConstant("ND6_INFINITE_LIFETIME")]
    public const uint InfiniteLifetime = 0xFFFFFFFF;

    [AbiConstant("SIOCAIFADDR_IN6")]
    private const long Request = 0x8088691B;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">An IPv6 socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="address">The address.</param>
    /// <param name="prefixLength">Bits of the network, 1 to 128.</param>
    /// <param name="flags">Flags of the address.</param>
    /// <param name="validSeconds">How long it stays.</param>
    /// <param name="preferredSeconds">How long new connections use it; not longer than it stays.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes; the address is not IPv6; the prefix length cannot be.</exception>
    public static SystemCall Compose(
        KernelTarget target,
        Operand socket,
        string name,
        IPAddress address,
        int prefixLength,
        Address6Flags flags = Address6Flags.None,
        uint validSeconds = InfiniteLifetime,
        uint preferredSeconds = InfiniteLifetime)
    {
        InterfaceName.Require(name);
        if (Sockaddr.FamilyOf(address) != InternetFamily.IPv6)
        {
            throw new ArgumentException($"{address} is no IPv6 address; {nameof(InterfaceAddAddress)} takes IPv4.");
        }

        Sockaddr.RequirePrefix(InternetFamily.IPv6, prefixLength);
        SystemCall call = FreeBsdSystemCall.Ioctl(target);
        call.Subject = $"SIOCAIFADDR_IN6 {name} {address}/{prefixLength}";
        BlockReference block = call.AddBlock(In6AliasreqLayout.Size, BlockDirection.In);
        Span<byte> request = call.Bytes(block);
        InterfaceName.Write(request[In6AliasreqLayout.Name..], name);
        Sockaddr.Write(request[In6AliasreqLayout.Address..], address);
        Sockaddr.WriteMask(request[In6AliasreqLayout.Mask..], InternetFamily.IPv6, prefixLength);
        call.Write(block, In6AliasreqLayout.Flags, 4, (long)flags);
        call.Write(block, In6AliasreqLayout.Lifetime + In6AddrlifetimeLayout.ValidSeconds, 4, validSeconds);
        call.Write(block, In6AliasreqLayout.Lifetime + In6AddrlifetimeLayout.PreferredSeconds, 4, preferredSeconds);
        return call.Argument(socket).Argument(Request).Argument(block);
    }

    /// <summary>Gives an interface an address that stays for ever.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">An IPv6 socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="address">The address.</param>
    /// <param name="prefixLength">Bits of the network, 1 to 128.</param>
    /// <param name="flags">Flags of the address.</param>
    /// <exception cref="NativeException">
    /// EINVAL: the prefix length is 0, or differs from that of the same address. EPFNOSUPPORT: the interface has no IPv6. ENXIO: there is none. EPERM.
    /// </exception>
    public static void Invoke(
        IKernel kernel, Operand socket, string name, IPAddress address, int prefixLength, Address6Flags flags = Address6Flags.None)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, address, prefixLength, flags);
        kernel.Require(call);
    }
}
