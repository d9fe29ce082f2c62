using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>What the requests over a routing socket have in common: a message that is written, and refused by the error of write(2).</summary>
internal static class RouteRequest
{
    private static int s_sequence = Random.Shared.Next();

    /// <summary>A number that no other request of this process has.</summary>
    public static int NextSequence() => Interlocked.Increment(ref s_sequence) & int.MaxValue;

    /// <summary>Makes a request.</summary>
    public static SystemCall Compose(KernelTarget target, Operand socket, RouteMessageType type, string name, Route route, int sequence)
    {
        ArgumentNullException.ThrowIfNull(route);
        byte[] message = RouteMessageEncoding.Encode(new RouteMessage(type, sequence, 0, 0, route));
        SystemCall call = FreeBsdSystemCall.Write(target);
        call.Subject = $"{name} {route}";
        return call.Argument(socket).ArgumentBytes(message).Argument(message.Length);
    }
}
