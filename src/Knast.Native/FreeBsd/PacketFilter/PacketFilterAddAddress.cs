using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCADDADDR: adds an address to the pool of the rule that comes next.</summary>
public static class PacketFilterAddAddress
{
    [AbiConstant("DIOCADDADDR")]
    private const long Request = 0xC4704434;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="ticket">The ticket of <see cref="PacketFilterBeginAddresses"/>.</param>
    /// <param name="family">The family of the rule.</param>
    /// <param name="address">A network, an interface or a table.</param>
    public static SystemCall Compose(KernelTarget target, Operand device, uint ticket, InternetFamily family, PacketFilterAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        SystemCall call = PacketFilterRequest.Compose(target, Request, device, $"DIOCADDADDR {address}", PfiocPooladdrLayout.Size);
        Span<byte> request = call.Bytes(PacketFilterRequest.Block);
        request[PfiocPooladdrLayout.AddressFamily] = (byte)family;
        PacketFilterAddressEncoding.Write(request[(PfiocPooladdrLayout.PoolAddress + PfPooladdrLayout.Address)..], address);
        call.Write(PacketFilterRequest.Block, PfiocPooladdrLayout.Ticket, 4, ticket);
        return call;
    }

    /// <summary>Adds an address.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="ticket">The ticket of <see cref="PacketFilterBeginAddresses"/>.</param>
    /// <param name="family">The family of the rule.</param>
    /// <param name="address">A network, an interface or a table.</param>
    /// <exception cref="NativeException">EBUSY: the ticket is not the latest. EINVAL: another kind of address. EAFNOSUPPORT. EACCES.</exception>
    public static void Invoke(IKernel kernel, Operand device, uint ticket, InternetFamily family, PacketFilterAddress address)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device, ticket, family, address);
        kernel.Require(call);
    }
}
