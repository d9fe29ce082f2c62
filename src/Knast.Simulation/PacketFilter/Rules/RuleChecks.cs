using System.Buffers.Binary;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Network;

namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>What a rule must be like where it is added (pf_ioctl_addrule).</summary>
internal static class RuleChecks
{
    private const int SetsPriority = 0x0200;
    private const int HighestPriority = 7;
    private const int StickyAddress = 0x20;

    /// <summary>It uses a routing table that there is.</summary>
    /// <exception cref="KernelError">EBUSY.</exception>
    public static void RequireTable(Vnet vnet, ReadOnlySpan<byte> rule)
    {
        int table = BinaryPrimitives.ReadInt32LittleEndian(rule[PfRuleLayout.RouteTable..]);
        KernelError.Unless(table <= 0 || table < vnet.Settings["net.fibs"], ErrorCode.EBUSY);
    }

    /// <summary>One that routes says which way.</summary>
    /// <exception cref="KernelError">EINVAL.</exception>
    public static void RequireDirection(ReadOnlySpan<byte> rule) =>
        KernelError.Unless(rule[PfRuleLayout.Routing] == 0 || rule[PfRuleLayout.Direction] != 0, ErrorCode.EINVAL);

    /// <summary>One that translates or routes has somewhere to, and priorities are priorities.</summary>
    /// <exception cref="KernelError">EINVAL.</exception>
    public static void RequireWhole(FilterRule rule)
    {
        ReadOnlySpan<byte> bytes = rule.Bytes;
        bool setsPriority = (BinaryPrimitives.ReadUInt16LittleEndian(bytes[PfRuleLayout.ScrubFlags..]) & SetsPriority) != 0;
        bool isPriority = bytes[PfRuleLayout.SetPriority] <= HighestPriority && bytes[PfRuleLayout.SetPriority + 1] <= HighestPriority;
        KernelError.Unless(!setsPriority || isPriority, ErrorCode.EINVAL);
        bool translates = rule.Action is PacketFilterAction.Nat or PacketFilterAction.Rdr or PacketFilterAction.Binat && rule.Call is null;
        bool needsPool = translates || bytes[PfRuleLayout.Routing] != 0;
        KernelError.Unless(!needsPool || rule.Pool.Count > 0, ErrorCode.EINVAL);
    }

    /// <summary>15 wants a state where a rule that lets pass keeps one address for each sender.</summary>
    /// <exception cref="KernelError">EINVAL.</exception>
    public static void RequireStateOfSticky(FilterRule rule)
    {
        bool isSticky = (rule.Bytes[PfRuleLayout.PoolOptions] & StickyAddress) != 0;
        KernelError.Unless(rule.Action != PacketFilterAction.Pass || !isSticky || rule.KeepsState, ErrorCode.EINVAL);
    }
}
