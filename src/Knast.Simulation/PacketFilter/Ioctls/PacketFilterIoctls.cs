using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Network.Ioctls;
using Knast.Simulation.PacketFilter.Matching;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>Carries out requests to the packet filter of a vnet (pfioctl of pf_ioctl.c).</summary>
internal static class PacketFilterIoctls
{
    private static readonly Dictionary<uint, Handler> s_handlers = new()
    {
        [FilterCodes.Start] = StatusRequests.Start,
        [FilterCodes.Stop] = StatusRequests.Stop,
        [FilterCodes.GetStatus] = StatusRequests.Get,
        [FilterCodes.AddRule] = RuleRequests.Add,
        [FilterCodes.GetRules] = RuleRequests.Count,
        [FilterCodes.GetRule] = RuleRequests.Get,
        [FilterCodes.BeginAddresses] = PoolRequests.Begin,
        [FilterCodes.AddAddress] = PoolRequests.Add,
        [FilterCodes.GetAddresses] = PoolRequests.Count,
        [FilterCodes.GetAddress] = PoolRequests.Get,
        [FilterCodes.GetRulesets] = RulesetRequests.Count,
        [FilterCodes.GetRuleset] = RulesetRequests.Get,
        [FilterCodes.Begin] = TransactionRequests.Begin,
        [FilterCodes.Commit] = TransactionRequests.Commit,
        [FilterCodes.Rollback] = TransactionRequests.Rollback,
        [FilterCodes.ClearTables] = TableRequests.Clear,
        [FilterCodes.AddTables] = TableRequests.Add,
        [FilterCodes.DeleteTables] = TableRequests.Delete,
        [FilterCodes.GetTables] = TableRequests.Get,
        [FilterCodes.ClearEntries] = TableEntryRequests.Clear,
        [FilterCodes.AddEntries] = TableEntryRequests.Add,
        [FilterCodes.DeleteEntries] = TableEntryRequests.Delete,
        [FilterCodes.SetEntries] = TableEntryRequests.Set,
        [FilterCodes.GetEntries] = TableEntryRequests.Get,
        [FilterCodes.GetStates] = StateRequests.Get,
        [FilterCodes.KillStates] = StateRequests.Kill,
    };

    private delegate void Handler(CallContext call, VnetFilter filter, byte[] data);

    /// <summary>Carries one out.</summary>
    /// <exception cref="KernelError">ENODEV: no request that is known; EACCES: the device is open for reading only; and what the request answers.</exception>
    public static long Run(CallContext call, VnetFilter filter, uint request)
    {
        byte[] data = IoctlArgument.CopyIn(call, request);
        FilterAccess.Require(call, request, data);
        filter.Unlinked.Sweep();
        OutsideConnection.Flow(filter);
        Handler handler = s_handlers.GetValueOrDefault(request) ?? throw new KernelError(ErrorCode.ENODEV);
        handler(call, filter, data);
        IoctlArgument.CopyOut(call, request, data);
        return 0;
    }
}
