using Knast.Simulation.Calls;

namespace Knast.Simulation.Processes;

/// <summary>The system calls on processes.</summary>
internal static class ProcessCallTable
{
    public static void Register(SystemCallTable table)
    {
        IdentityCalls.Register(table);
        UserCalls.Register(table);
        GroupCalls.Register(table);
        SessionCalls.Register(table);
        WaitCalls.Register(table);
        KillCalls.Register(table);
        SignalCalls.Register(table);
        LimitCalls.Register(table);
        ExecuteCalls.Register(table);
        MemoryCalls.Register(table);
        ClockCalls.Register(table);
        ProcessDescriptorCalls.Register(table);
        ProcessControlCalls.Register(table);
        EnvironmentCalls.Register(table);
    }
}
