using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCRGETADDRS: what a table holds.</summary>
public static class PacketFilterGetTableEntries
{
    [AbiConstant("DIOCRGETADDRS")]
    private const long Request = 0xC4504446;

    private const int UsualCapacity = 64;

    /// <summary>Makes the call. The kernel writes them into its second block, or, where there are more, only their number into the first.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="table">The table.</param>
    /// <param name="capacity">The most.</param>
    /// <exception cref="ArgumentException">A name or a path cannot be.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, PacketFilterTable table, int capacity) =>
        PacketFilterTableRequest.Compose(
            target, "DIOCRGETADDRS", Request, device, PacketFilterTableRequest.Plain(table), capacity, PfrAddrLayout.Size, BlockDirection.Out);

    /// <summary>Reads them.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="table">The table.</param>
    /// <exception cref="NativeException">ESRCH: there is no such table.</exception>
    public static IReadOnlyList<PacketFilterTableEntry> Invoke(IKernel kernel, Operand device, PacketFilterTable table)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int capacity = UsualCapacity; ;)
        {
            using SystemCall call = Compose(kernel.Target, device, table, capacity);
            kernel.Require(call);
            int count = PacketFilterTableRequest.Read(call, PfiocTableLayout.Count);
            if (count <= capacity)
            {
                return Read(call.Bytes(PacketFilterRequest.Buffer)[..(count * PfrAddrLayout.Size)]);
            }

            capacity = count;
        }
    }

    private static List<PacketFilterTableEntry> Read(ReadOnlySpan<byte> entries)
    {
        var list = new List<PacketFilterTableEntry>();
        for (; entries.Length >= PfrAddrLayout.Size; entries = entries[PfrAddrLayout.Size..])
        {
            if (PacketFilterTableEntry.Read(entries) is { } entry)
            {
                list.Add(entry);
            }
        }

        return list;
    }
}
