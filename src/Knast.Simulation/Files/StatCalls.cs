using Knast.Native.FreeBsd.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Files;

/// <summary>fstat(2), fstatat(2), access(2) and faccessat(2).</summary>
internal static class StatCalls
{
    private const int EffectiveIds = 0x100;

    public static void Register(SystemCallTable table)
    {
        table.Add(551, static call => Write(call, call.File(0).Stat(), 1));
        table.Add(552, StatAt);
        table.Add(33, static call => Check(call, call.Find(0, LookupFlags.Follow), call.UInt32(1), isEffective: false));
        table.Add(376, static call => Check(call, call.Find(0, LookupFlags.Follow), call.UInt32(1), isEffective: true));
        table.Add(489, AccessAt);
    }

    private static long StatAt(CallContext call)
    {
        const int known = PathArguments.NoFollow | PathArguments.ResolveBeneath | PathArguments.EmptyPath;
        LookupFlags flags = PathArguments.AtFlags(call.Int32(3), known, followsByDefault: true);
        return Write(call, call.FindAt(0, 1, flags).Required.Stat(), 2);
    }

    private static long Write(CallContext call, StatRecord record, int buffer)
    {
        record.WriteTo(call.Memory.Write(call.Address(buffer), StatLayout.Size));
        return 0;
    }

    private static long AccessAt(CallContext call)
    {
        const int known = EffectiveIds | PathArguments.NoFollow | PathArguments.ResolveBeneath | PathArguments.EmptyPath;
        LookupFlags flags = PathArguments.AtFlags(call.Int32(3), known, followsByDefault: true);
        return Check(call, call.FindAt(0, 1, flags), call.UInt32(2), (call.Int32(3) & EffectiveIds) != 0);
    }

    private static long Check(CallContext call, Found found, uint mode, bool isEffective)
    {
        KernelError.Unless((mode & ~7u) == 0, ErrorCode.EINVAL);
        Node node = found.Required;
        Processes.Credentials own = call.Process.Credentials;
        Processes.Credentials credentials = isEffective ? own : own with { EffectiveUser = own.RealUser, EffectiveGroup = own.RealGroup };
        new Access(credentials).Require(node, mode);
        return 0;
    }
}
