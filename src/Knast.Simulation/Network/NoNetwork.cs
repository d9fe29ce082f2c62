using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Jails;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Network;

/// <summary>A machine without network.</summary>
internal sealed class NoNetwork : INetwork
{
    public SocketFile MakeSocket(CallContext call, int family, SocketKind type, int protocol, OpenFlags flags) =>
        throw new KernelError(ErrorCode.EPROTONOSUPPORT);

    public void JailMade(Jail jail)
    {
    }

    public void JailGone(Jail jail)
    {
    }

    public byte[]? ReadSysctl(CallContext call, ReadOnlySpan<int> name) => null;

    public long PacketFilterIoctl(CallContext call, uint request) => throw new KernelError(ErrorCode.ENOTTY);
}
