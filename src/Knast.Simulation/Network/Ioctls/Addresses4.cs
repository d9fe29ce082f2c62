using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Network.Interfaces;
using Knast.Simulation.Network.Routing;

namespace Knast.Simulation.Network.Ioctls;

/// <summary>IPv4 addresses (in_control of netinet/in.c).</summary>
internal static class Addresses4
{
    /// <summary>Carries a request out, if it is one of these.</summary>
    /// <exception cref="KernelError">EPERM, EINVAL, EDESTADDRREQ, EADDRNOTAVAIL.</exception>
    public static bool Run(CallContext call, NetworkInterface target, uint request, byte[] data)
    {
        switch (request)
        {
            case IoctlCodes.AddAddress:
                NetworkPrivilege.Require(call);
                Add(target, data);
                return true;
            case IoctlCodes.DeleteAddress:
                NetworkPrivilege.Require(call);
                Delete(target, IfreqData.Address(data));
                return true;
            case IoctlCodes.SetAddress:
                throw new KernelError(ErrorCode.EINVAL);
            case IoctlCodes.GetAddress or IoctlCodes.GetMask or IoctlCodes.GetBroadcast or IoctlCodes.GetDestination:
                Get(target, request, IfreqData.Address(data));
                return true;
            default:
                return false;
        }
    }

    private static void Add(NetworkInterface target, byte[] data)
    {
        ReadOnlySpan<byte> address = data.AsSpan(InAliasreqLayout.Address, SockaddrInLayout.Size);
        ReadOnlySpan<byte> destination = data.AsSpan(InAliasreqLayout.Broadcast, SockaddrInLayout.Size);
        ReadOnlySpan<byte> mask = data.AsSpan(InAliasreqLayout.Mask, SockaddrInLayout.Size);
        bool isPointToPoint = target.Flags.HasFlag(InterfaceFlags.PointToPoint);
        KernelError.Unless(IsIpv4(address), ErrorCode.EINVAL);
        KernelError.Unless(destination[0] == 0 || IsIpv4(destination), ErrorCode.EINVAL);
        KernelError.Unless(mask[0] == 0 || IsIpv4(mask), ErrorCode.EINVAL);
        KernelError.Unless(
            !isPointToPoint || (destination[0] == SockaddrInLayout.Size && !Sockaddr.Read(destination)!.Equals(IPAddress.Any)), ErrorCode.EDESTADDRREQ);
        IPAddress own = Sockaddr.Read(address)!;
        int prefix = mask[0] == 0 ? HistoricPrefix(own) : Sockaddr.ReadMask(mask, InternetFamily.IPv4);
        AddressConfiguration.Add(target, own, prefix, destination[0] == 0 ? null : Sockaddr.Read(destination));
    }

    private static bool IsIpv4(ReadOnlySpan<byte> address) =>
        address[SockaddrLayout.Length] == SockaddrInLayout.Size && address[SockaddrLayout.Family] == (byte)InternetFamily.IPv4;

    // Without a mask the classes of old decide.
    private static int HistoricPrefix(IPAddress address) => address.GetAddressBytes()[0] switch
    {
        < 128 => 8,
        < 192 => 16,
        _ => 24,
    };

    // Anything that is no address means any address.
    private static void Delete(NetworkInterface target, ReadOnlySpan<byte> address)
    {
        IPAddress? meant = IsIpv4(address) ? Sockaddr.Read(address) : null;
        ProtocolAddress found = target.AddressesOf(InternetFamily.IPv4).FirstOrDefault(one => meant is null || one.Address.Equals(meant))
            ?? throw new KernelError(ErrorCode.EADDRNOTAVAIL);
        AddressConfiguration.Remove(found);
    }

    private static void Get(NetworkInterface target, uint request, Span<byte> address)
    {
        IPAddress? meant = Sockaddr.Read(address);
        ProtocolAddress found = target.AddressesOf(InternetFamily.IPv4).FirstOrDefault(one => one.Address.Equals(meant))
            ?? target.AddressesOf(InternetFamily.IPv4).FirstOrDefault()
            ?? throw new KernelError(ErrorCode.EADDRNOTAVAIL);
        KernelError.Unless(request != IoctlCodes.GetBroadcast || target.Flags.HasFlag(InterfaceFlags.Broadcast), ErrorCode.EINVAL);
        KernelError.Unless(request != IoctlCodes.GetDestination || target.Flags.HasFlag(InterfaceFlags.PointToPoint), ErrorCode.EINVAL);
        byte[] answer = request switch
        {
            IoctlCodes.GetAddress => SocketAddresses.Of(found.Address),
            IoctlCodes.GetMask => SocketAddresses.MaskOf(InternetFamily.IPv4, found.PrefixLength),
            _ => found.Destination is { } destination ? SocketAddresses.Of(destination) : new byte[SockaddrInLayout.Size],
        };
        answer.CopyTo(address);
    }
}
