using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What the requests that read the pool of a rule have in common.</summary>
internal static class PacketFilterPoolRequest
{
    /// <summary>Makes a request.</summary>
    public static SystemCall Compose(
        KernelTarget target,
        string name,
        long code,
        Operand device,
        string anchor,
        uint ticket,
        PacketFilterAction action,
        int rule)
    {
        PacketFilterNames.RequireAnchor(anchor);
        SystemCall call = PacketFilterRequest.Compose(
            target, code, device, $"{name} {action} {rule} of {PacketFilterRequest.Describe(anchor)}", PfiocPooladdrLayout.Size);
        Span<byte> request = call.Bytes(PacketFilterRequest.Block);
        FixedText.Write(request.Slice(PfiocPooladdrLayout.Anchor, PacketFilterNames.AnchorPathSize), anchor, "The anchor");
        request[PfiocPooladdrLayout.RuleAction] = (byte)action;
        call.Write(PacketFilterRequest.Block, PfiocPooladdrLayout.Ticket, 4, ticket);
        call.Write(PacketFilterRequest.Block, PfiocPooladdrLayout.RuleNumber, 4, rule);
        return call;
    }
}
