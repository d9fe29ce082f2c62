using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.PacketFilter.Anchors;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>The anchors below one (struct pfioc_ruleset).</summary>
internal static class RulesetRequests
{
    /// <summary>DIOCGETRULESETS.</summary>
    /// <exception cref="KernelError">ENOENT: no such anchor.</exception>
    public static void Count(CallContext call, VnetFilter filter, byte[] data) =>
        BinaryPrimitives.WriteUInt32LittleEndian(data.AsSpan(PfiocRulesetLayout.Number), (uint)Find(filter, data).Children.Count);

    /// <summary>DIOCGETRULESET.</summary>
    /// <exception cref="KernelError">ENOENT: no such anchor; EBUSY: not so many are below it.</exception>
    public static void Get(CallContext call, VnetFilter filter, byte[] data)
    {
        Anchor anchor = Find(filter, data);
        uint number = BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(PfiocRulesetLayout.Number));
        KernelError.Unless(number < anchor.Children.Count, ErrorCode.EBUSY);
        Span<byte> name = data.AsSpan(PfiocRulesetLayout.Name, PacketFilterNames.AnchorNameSize);
        FixedText.Write(name, anchor.Children.ElementAt((int)number).Key, "The name");
    }

    private static Anchor Find(VnetFilter filter, byte[] data)
    {
        // The kernel ends the path in its own copy, which goes back.
        data[PfiocRulesetLayout.Path + PacketFilterNames.AnchorPathSize - 1] = 0;
        return filter.Anchors.Find(FixedText.Read(data.AsSpan(PfiocRulesetLayout.Path, PacketFilterNames.AnchorPathSize)))
            ?? throw new KernelError(ErrorCode.ENOENT);
    }
}
