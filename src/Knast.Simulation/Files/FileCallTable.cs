using Knast.Simulation.Calls;

namespace Knast.Simulation.Files;

/// <summary>The system calls on files by name and on directories.</summary>
internal static class FileCallTable
{
    public static void Register(SystemCallTable table)
    {
        OpenCalls.Register(table);
        MakeCalls.Register(table);
        RemoveCalls.Register(table);
        RenameCalls.Register(table);
        LinkCalls.Register(table);
        StatCalls.Register(table);
        AttributeCalls.Register(table);
        TimeCalls.Register(table);
        FlagCalls.Register(table);
        DirectoryCalls.Register(table);
        ContentCalls.Register(table);
        ExtendedAttributeCalls.Register(table);
    }
}
