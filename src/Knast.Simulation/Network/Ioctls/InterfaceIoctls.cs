using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Network.Interfaces;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Network.Ioctls;

/// <summary>Requests about interfaces, made through any socket of the vnet (ifioctl of net/if.c).</summary>
internal static class InterfaceIoctls
{
    private const uint GroupShift = 8;
    private const byte InterfaceGroup = (byte)'i';

    /// <summary>Carries one out.</summary>
    /// <param name="call">The call.</param>
    /// <param name="vnet">The vnet of the socket, which need not be the caller's.</param>
    /// <param name="socket">The socket: only one of the right family knows addresses.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="KernelError">ENXIO: no such interface; EPERM; and what the request answers.</exception>
    public static long Run(CallContext call, Vnet vnet, SocketFile socket, uint request)
    {
        var family = (InternetFamily)socket.Family;
        if ((byte)(request >> (int)GroupShift) != InterfaceGroup)
        {
            throw new KernelError(family == InternetFamily.IPv4 ? ErrorCode.EADDRNOTAVAIL : ErrorCode.EOPNOTSUPP);
        }

        byte[] data = IoctlArgument.CopyIn(call, request);
        if (!OfVnet(call, vnet, request, data))
        {
            NetworkInterface target = vnet.Require(IfreqData.Name(data));
            if (!InterfaceProperties.Run(call, target, request, data) && !InterfaceGroups.Run(call, target, request, data))
            {
                OfFamily(call, target, family, request, data);
            }
        }

        IoctlArgument.CopyOut(call, request, data);
        return 0;
    }

    // Requests that name no interface, or one that is not here.
    private static bool OfVnet(CallContext call, Vnet vnet, uint request, byte[] data)
    {
        switch (request)
        {
            case IoctlCodes.GetConfiguration:
                ConfigurationList.Write(call, vnet, data);
                return true;
            case IoctlCodes.ReclaimVnet:
                VnetMoves.Reclaim(call, data);
                return true;
            case IoctlCodes.SetVnet:
                VnetMoves.Lend(call, vnet, data);
                return true;
            case IoctlCodes.Create or IoctlCodes.CreateWithParameters:
                InterfaceClones.Create(call, vnet, data, hasParameters: request == IoctlCodes.CreateWithParameters);
                return true;
            case IoctlCodes.Destroy:
                InterfaceClones.Destroy(call, vnet, data);
                return true;
            case IoctlCodes.GetCloners:
                InterfaceClones.List(call, vnet, data);
                return true;
            case IoctlCodes.GetGroupMembers:
                InterfaceGroups.Members(call, vnet, data);
                return true;
            default:
                return false;
        }
    }

    private static void OfFamily(CallContext call, NetworkInterface target, InternetFamily family, uint request, byte[] data)
    {
        bool isDone = family switch
        {
            InternetFamily.IPv4 => Addresses4.Run(call, target, request, data),
            InternetFamily.IPv6 => Addresses6.Run(call, target, request, data),
            _ => false,
        };
        if (!isDone)
        {
            target.Driver.Control(call, request, data);
        }
    }
}
