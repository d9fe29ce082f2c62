using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>RTM_GET over a routing socket (route(4)): which route a packet would take. The answer comes over the socket, among what else is told on it.</summary>
public static class RouteGet
{
    private const int BufferLength = 4096;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Makes the call, a write(2).</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A routing socket in the network stack whose routes it is about.</param>
    /// <param name="destination">Where the packet goes.</param>
    /// <param name="sequence">A number by which to know the answer.</param>
    public static SystemCall Compose(KernelTarget target, Operand socket, IPAddress destination, int sequence)
    {
        var route = new Route { Destination = destination, PrefixLength = Sockaddr.BitsOf(Sockaddr.FamilyOf(destination)) };
        return RouteRequest.Compose(target, socket, RouteMessageType.Get, "RTM_GET", route, sequence);
    }

    /// <summary>Asks for the route to an address.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A routing socket in the network stack whose routes it is about.</param>
    /// <param name="destination">The address.</param>
    /// <param name="cancellation">Ends the wait for the answer.</param>
    /// <returns>Null where no route leads there (ESRCH).</returns>
    /// <exception cref="NativeException">EAFNOSUPPORT: the kernel lacks the family.</exception>
    /// <exception cref="TimeoutException">No answer came within 5 seconds.</exception>
    public static Route? Invoke(IKernel kernel, KernelDescriptor socket, IPAddress destination, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        int sequence = RouteRequest.NextSequence();
        using SystemCall call = Compose(kernel.Target, socket, destination, sequence);
        SystemCallResult result = kernel.Invoke(call);
        if (result.Failed)
        {
            return result.Code() == ErrorCode.ESRCH ? null : throw result.ToException(call);
        }

        while (KernelWait.Readable(kernel, socket, Patience, cancellation))
        {
            if (Read(kernel, socket) is { Type: RouteMessageType.Get } answer && answer.Sequence == sequence)
            {
                return answer.Errno == 0 ? answer.Route : null;
            }
        }

        throw new TimeoutException($"The kernel did not answer within {Patience.TotalSeconds} seconds which route leads to {destination}.");
    }

    private static RouteMessage? Read(IKernel kernel, KernelDescriptor socket)
    {
        using SystemCall call = FreeBsdSystemCall.Read(kernel.Target);
        call.Subject = "routing socket";
        BlockReference buffer = call.AddBlock(BufferLength, BlockDirection.Out);
        long length = kernel.Require(call.Argument(socket).Argument(buffer).Argument(BufferLength));
        return RouteMessageEncoding.Decode(call.Bytes(buffer)[..(int)length]);
    }
}
