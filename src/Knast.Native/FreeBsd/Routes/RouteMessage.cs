namespace Knast.Native.FreeBsd.Routes;

/// <summary>A routing message about a route (net/route.h, struct rt_msghdr).</summary>
/// <param name="Type">What it says or asks.</param>
/// <param name="Sequence">The number by which an answer is known.</param>
/// <param name="Process">The process that asked; the kernel's to fill.</param>
/// <param name="Errno">The kernel's refusal; 0 where there is none.</param>
/// <param name="Route">The route.</param>
public sealed record RouteMessage(RouteMessageType Type, int Sequence, int Process, int Errno, Route Route);
