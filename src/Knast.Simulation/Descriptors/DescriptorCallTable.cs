using Knast.Simulation.Calls;
using Knast.Simulation.Events;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Descriptors;

/// <summary>The system calls on descriptors.</summary>
internal static class DescriptorCallTable
{
    public static void Register(SystemCallTable table)
    {
        TransferCalls.Register(table);
        CloseCalls.Register(table);
        DuplicateCalls.Register(table);
        FcntlCalls.Register(table);
        PollCalls.Register(table);
        AnonymousCalls.Register(table);
        EventCalls.Register(table);
        SocketCalls.Register(table);
        MessageCalls.Register(table);
    }
}
