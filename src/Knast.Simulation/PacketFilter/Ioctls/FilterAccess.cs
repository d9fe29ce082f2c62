using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>What may be asked of a device that is open for reading only: questions, and changes of tables that are only tried.</summary>
internal static class FilterAccess
{
    private static readonly HashSet<uint> s_questions =
    [
        FilterCodes.GetRules, FilterCodes.GetAddresses, FilterCodes.GetAddress, FilterCodes.GetStatus, FilterCodes.GetStates,
        FilterCodes.GetRulesets, FilterCodes.GetRuleset, FilterCodes.GetTables, FilterCodes.GetEntries, FilterCodes.GetRule,
    ];

    private static readonly HashSet<uint> s_changesOfTables =
    [
        FilterCodes.ClearTables, FilterCodes.AddTables, FilterCodes.DeleteTables,
        FilterCodes.ClearEntries, FilterCodes.AddEntries, FilterCodes.DeleteEntries, FilterCodes.SetEntries,
    ];

    /// <exception cref="KernelError">EACCES.</exception>
    public static void Require(CallContext call, uint request, byte[] data)
    {
        bool isTrial = s_changesOfTables.Contains(request) && new TableArgument(data).IsTrial;
        KernelError.Unless(call.File(0).CanWrite || s_questions.Contains(request) || isTrial, ErrorCode.EACCES);
    }
}
