using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCRGETTABLES: the tables of an anchor.</summary>
public static class PacketFilterGetTables
{
    [AbiConstant("DIOCRGETTABLES")]
    private const long Request = 0xC450443F;

    private const int UsualCapacity = 64;

    /// <summary>Makes the call. The kernel writes as many as fit into its second block, and their number into the first.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="capacity">The most.</param>
    /// <exception cref="ArgumentException">A name or a path cannot be.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, string anchor, int capacity) =>
        PacketFilterTableRequest.Compose(
            target, "DIOCRGETTABLES", Request, device, new(anchor, ""), capacity, PfrTableLayout.Size, BlockDirection.Out);

    /// <summary>Reads them.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <exception cref="NativeException">EINVAL or ENOENT: there is no such anchor.</exception>
    public static IReadOnlyList<PacketFilterTable> Invoke(IKernel kernel, Operand device, string anchor)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int capacity = UsualCapacity; ;)
        {
            using SystemCall call = Compose(kernel.Target, device, anchor, capacity);
            kernel.Require(call);
            int count = PacketFilterTableRequest.Read(call, PfiocTableLayout.Count);
            if (count < capacity)
            {
                return Read(call.Bytes(PacketFilterRequest.Buffer)[..(count * PfrTableLayout.Size)]);
            }

            capacity = capacity * 2;
        }
    }

    private static List<PacketFilterTable> Read(ReadOnlySpan<byte> entries)
    {
        var list = new List<PacketFilterTable>();
        for (; entries.Length >= PfrTableLayout.Size; entries = entries[PfrTableLayout.Size..])
        {
            list.Add(PacketFilterTableRequest.ReadTable(entries));
        }

        return list;
    }
}
