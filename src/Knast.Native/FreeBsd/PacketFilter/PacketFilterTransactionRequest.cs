using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>What beginning, committing and rolling back have in common: struct pfioc_trans points to an element for each list.</summary>
internal static class PacketFilterTransactionRequest
{
    // The element is a structure inside pfioc_trans: the list's number, the anchor's path, and the ticket.
    private const int Anchor = sizeof(int);
    private const int Ticket = Anchor + PacketFilterNames.AnchorPathSize;
    private const int ElementSize = Ticket + sizeof(uint);

    /// <summary>Makes a request.</summary>
    public static SystemCall Compose(
        KernelTarget target, string name, long code, Operand device, IReadOnlyList<PacketFilterTransactionElement> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        foreach (PacketFilterTransactionElement element in elements)
        {
            PacketFilterNames.RequireAnchor(element.Anchor);
        }

        SystemCall call = PacketFilterRequest.Compose(target, code, device, Describe(name, elements), PfiocTransLayout.Size);
        BlockReference array = call.AddBlock(elements.Count * ElementSize, BlockDirection.InOut);
        for (int index = 0; index < elements.Count; index++)
        {
            int at = index * ElementSize;
            call.Write(array, at, sizeof(int), (long)elements[index].Ruleset);
            FixedText.Write(call.Bytes(array).Slice(at + Anchor, PacketFilterNames.AnchorPathSize), elements[index].Anchor, "The anchor");
            call.Write(array, at + Ticket, sizeof(uint), elements[index].Ticket);
        }

        call.Write(PacketFilterRequest.Block, PfiocTransLayout.Count, 4, elements.Count);
        call.Write(PacketFilterRequest.Block, PfiocTransLayout.ElementSize, 4, ElementSize);
        call.Point(PacketFilterRequest.Block, PfiocTransLayout.Array, array);
        return call;
    }

    /// <summary>Reads the tickets that the kernel gave.</summary>
    public static IReadOnlyList<PacketFilterTransactionElement> ReadTickets(
        SystemCall call, IReadOnlyList<PacketFilterTransactionElement> elements)
    {
        ReadOnlySpan<byte> array = call.Bytes(PacketFilterRequest.Buffer);
        var begun = new PacketFilterTransactionElement[elements.Count];
        for (int index = 0; index < begun.Length; index++)
        {
            begun[index] = elements[index] with
            {
                Ticket = BinaryPrimitives.ReadUInt32LittleEndian(array[((index * ElementSize) + Ticket)..]),
            };
        }

        return begun;
    }

    private static string Describe(string name, IReadOnlyList<PacketFilterTransactionElement> elements) =>
        $"{name} {string.Join(", ", elements.Select(static element => $"{element.Ruleset} of {PacketFilterRequest.Describe(element.Anchor)}"))}";
}
