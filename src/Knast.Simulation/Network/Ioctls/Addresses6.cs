using System.Buffers.Binary;
using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Ioctls;

/// <summary>IPv6 addresses (in6_control of netinet6/in6.c).</summary>
internal static class Addresses6
{
    private const int AllBits = 128;

    /// <summary>Carries a request out, if it is one of these.</summary>
    /// <exception cref="KernelError">EPERM, EINVAL, EAFNOSUPPORT, EADDRNOTAVAIL.</exception>
    public static bool Run(CallContext call, NetworkInterface target, uint request, byte[] data)
    {
        switch (request)
        {
            case IoctlCodes.AddAddress6:
                Add(call, target, data);
                return true;
            case IoctlCodes.DeleteAddress6:
                ProtocolAddress found = Find(target, IfreqData.Address(data)) ?? throw new KernelError(ErrorCode.EADDRNOTAVAIL);
                NetworkPrivilege.Require(call);
                AddressConfiguration6.Remove(found);
                return true;
            case IoctlCodes.GetAddressFlags6:
                IfreqData.SetNumber(data, (int)(Find(target, IfreqData.Address(data)) ?? throw new KernelError(ErrorCode.EADDRNOTAVAIL)).Flags6);
                return true;
            case IoctlCodes.SetAddress:
                throw new KernelError(ErrorCode.EINVAL);
            default:
                return false;
        }
    }

    private static void Add(CallContext call, NetworkInterface target, byte[] data)
    {
        ReadOnlySpan<byte> address = data.AsSpan(In6AliasreqLayout.Address, SockaddrIn6Layout.Size);
        bool isIpv6 = address[SockaddrLayout.Length] == SockaddrIn6Layout.Size && address[SockaddrLayout.Family] == (byte)InternetFamily.IPv6;
        KernelError.Unless(isIpv6, ErrorCode.EAFNOSUPPORT);
        NetworkPrivilege.Require(call);
        ProtocolAddress? present = Find(target, address);
        int prefix = PrefixOf(data.AsSpan(In6AliasreqLayout.Mask, SockaddrIn6Layout.Size), present);
        IPAddress? destination = DestinationOf(target, data.AsSpan(In6AliasreqLayout.Destination, SockaddrIn6Layout.Size), prefix);
        uint valid = BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(In6AliasreqLayout.Lifetime + In6AddrlifetimeLayout.ValidSeconds));
        uint preferred = BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(In6AliasreqLayout.Lifetime + In6AddrlifetimeLayout.PreferredSeconds));
        KernelError.Unless(preferred <= valid, ErrorCode.EINVAL);
        if (present is null && valid == 0)
        {
            return;
        }

        present ??= AddressConfiguration6.Add(target, ScopedTo(target, Sockaddr.Read(address)!), prefix, destination);
        present.ValidSeconds = valid;
        present.PreferredSeconds = preferred;
        present.Flags6 = (Address6Flags)BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(In6AliasreqLayout.Flags)) & ~Address6Flags.Duplicated;
        Enable(target);
    }

    // The first address switches IPv6 on.
    private static void Enable(NetworkInterface target)
    {
        if (target.IsIpv6Disabled)
        {
            target.IsIpv6Disabled = false;
            if (target.IsUp)
            {
                AddressConfiguration6.Attach(target);
            }
        }
    }

    private static ProtocolAddress? Find(NetworkInterface target, ReadOnlySpan<byte> address) =>
        address[SockaddrLayout.Family] == (byte)InternetFamily.IPv6 && Sockaddr.Read(address) is { } meant
            ? target.Addresses.Find(one => one.Address.Equals(ScopedTo(target, meant)))
            : null;

    private static IPAddress ScopedTo(NetworkInterface target, IPAddress address) => IpNetworks.WithScope(EmbeddedScope.Read(address), target.Index);

    private static int PrefixOf(ReadOnlySpan<byte> mask, ProtocolAddress? present)
    {
        int length = mask[SockaddrLayout.Length];
        KernelError.Unless(length <= SockaddrIn6Layout.Size && (length > 0 || present is not null), ErrorCode.EINVAL);
        if (length == 0)
        {
            return present!.PrefixLength;
        }

        ReadOnlySpan<byte> bits = mask.Slice(SockaddrIn6Layout.Address, AllBits / 8);
        int prefix = Sockaddr.LeadingOnes(bits);
        Span<byte> whole = stackalloc byte[AllBits / 8];
        Sockaddr.FillPrefix(whole, prefix);
        KernelError.Unless(prefix > 0 && bits.SequenceEqual(whole), ErrorCode.EINVAL);
        KernelError.Unless(present is null || present.PrefixLength == prefix, ErrorCode.EINVAL);
        return prefix;
    }

    private static IPAddress? DestinationOf(NetworkInterface target, ReadOnlySpan<byte> destination, int prefix)
    {
        bool isThere = destination[SockaddrLayout.Family] == (byte)InternetFamily.IPv6;
        bool canBe = (target.Flags & (InterfaceFlags.PointToPoint | InterfaceFlags.Loopback)) != 0;
        KernelError.Unless(
            isThere || destination[SockaddrLayout.Family] == 0 || !target.Flags.HasFlag(InterfaceFlags.PointToPoint), ErrorCode.EAFNOSUPPORT);
        KernelError.Unless(!isThere || (canBe && prefix == AllBits), ErrorCode.EINVAL);
        return isThere ? Sockaddr.Read(destination) : null;
    }
}
