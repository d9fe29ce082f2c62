using System.Buffers.Binary;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Routes;

namespace Knast.Simulation.Network.Routing;

/// <summary>The answer to a routing message: the message itself, with what was done, or with an errno.</summary>
internal static class RouteReply
{
    /// <summary>What was asked was done.</summary>
    public static byte[] Done(ReadOnlySpan<byte> message, RouteRequest request, RouteResult result, int pid)
    {
        NextHop hop = result.Hop;
        InternetFamily family = Sockaddr.FamilyOf(result.Entry.Destination);
        RoutingAddresses addresses = RouteMessageReader.Cleaned(message, request);
        addresses[RoutingAddress.Destination] = SocketAddresses.Of(result.Entry.Destination);
        addresses[RoutingAddress.Mask] = result.Entry.IsHost ? null : SocketAddresses.MaskOf(family, result.Entry.PrefixLength);
        addresses[RoutingAddress.Gateway] = SocketAddresses.OfGateway(hop);
        addresses[RoutingAddress.CloningMask] = null;
        if (request.AsksForInterface)
        {
            addresses[RoutingAddress.Interface] = hop.Interface.Link.Bytes.ToArray();
            addresses[RoutingAddress.Source] = SocketAddresses.OfSource(hop);
            addresses[RoutingAddress.Broadcast] = hop.Interface.Flags.HasFlag(InterfaceFlags.PointToPoint) && hop.Source is { } source
                ? InterfaceListWriter.DestinationOf(source)
                : addresses[RoutingAddress.Broadcast];
        }

        byte[] reply = Start(message, addresses, pid);
        RouteFlags entry = request.Type == RouteMessageType.Delete ? result.Entry.Flags & ~RouteFlags.Up : result.Entry.Flags;
        BinaryPrimitives.WriteUInt16LittleEndian(reply.AsSpan(RtMsghdrLayout.Index), (ushort)hop.Interface.Index);
        BinaryPrimitives.WriteUInt32LittleEndian(reply.AsSpan(RtMsghdrLayout.Flags), (uint)(hop.ShownFlags | entry | RouteFlags.Done));
        RouteHeader.WriteMetrics(reply, result);
        return reply;
    }

    /// <summary>What was asked cannot be done.</summary>
    /// <param name="message">The message.</param>
    /// <param name="request">What was read of it; null where that is what failed.</param>
    /// <param name="error">Why.</param>
    /// <param name="pid">Who asked.</param>
    public static byte[] Failed(ReadOnlySpan<byte> message, RouteRequest? request, KernelError error, int pid)
    {
        byte[] reply = request is null ? message.ToArray() : Start(message, RouteMessageReader.Cleaned(message, request), pid);
        BinaryPrimitives.WriteInt32LittleEndian(reply.AsSpan(RtMsghdrLayout.Process), pid);
        BinaryPrimitives.WriteInt32LittleEndian(reply.AsSpan(RtMsghdrLayout.Errno), error.Errno);
        return reply;
    }

    private static byte[] Start(ReadOnlySpan<byte> message, RoutingAddresses addresses, int pid)
    {
        byte[] reply = addresses.ToMessage(RtMsghdrLayout.Size, isAligned: true);
        message[..RtMsghdrLayout.Size].CopyTo(reply);
        RouteHeader.WriteStart(reply, (RouteMessageType)message[RtMsghdrLayout.Type]);
        BinaryPrimitives.WriteInt32LittleEndian(reply.AsSpan(RtMsghdrLayout.Addresses), addresses.Present);
        BinaryPrimitives.WriteInt32LittleEndian(reply.AsSpan(RtMsghdrLayout.Process), pid);
        return reply;
    }
}
