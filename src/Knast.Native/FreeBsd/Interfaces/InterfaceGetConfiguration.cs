using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>
/// ioctl(2) SIOCGIFCONF: the interfaces and addresses of a socket's network stack. It is the one list that shows a jail's stack from outside;
/// <see cref="InterfaceList"/> says more, but only of the stack of the process that asks.
/// </summary>
public static class InterfaceGetConfiguration
{
    [AbiConstant("SIOCGIFCONF")]
    private const long Request = 0xC0106924;

    private const int UsualCapacity = 4096;
    private const int MaximumCapacity = 1 << 20;

    private static BlockReference Header { get; } = new(0);

    private static BlockReference Buffer { get; } = new(1);

    /// <summary>Makes the call. The kernel writes the list into its second block, and its length into the first.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the network stack.</param>
    /// <param name="capacity">Bytes for the list, at least 1.</param>
    public static SystemCall Compose(KernelTarget target, Operand socket, int capacity)
    {
        SystemCall call = FreeBsdSystemCall.Ioctl(target);
        call.Subject = "SIOCGIFCONF";
        BlockReference header = call.AddBlock(IfconfLayout.Size, BlockDirection.InOut);
        call.Write(header, IfconfLayout.Length, 4, capacity);
        call.Point(header, IfconfLayout.Buffer, call.AddBlock(capacity, BlockDirection.Out));
        return call.Argument(socket).Argument(Request).Argument(header);
    }

    /// <summary>Reads the list.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the network stack.</param>
    /// <exception cref="NativeException">EBUSY: the network stack is going away.</exception>
    public static IReadOnlyList<ConfiguredAddress> Invoke(IKernel kernel, Operand socket)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int capacity = UsualCapacity; ; capacity *= 2)
        {
            using SystemCall call = Compose(kernel.Target, socket, capacity);
            kernel.Require(call);
            int length = BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(Header)[IfconfLayout.Length..]);

            // A list that does not fit is cut short without a word, so half a buffer must have stayed free.
            if (length <= capacity / 2 || capacity >= MaximumCapacity)
            {
                return Read(call.Bytes(Buffer)[..Math.Clamp(length, 0, capacity)]);
            }
        }
    }

    /// <summary>Reads the entries, each as long as its address.</summary>
    internal static List<ConfiguredAddress> Read(ReadOnlySpan<byte> entries)
    {
        var list = new List<ConfiguredAddress>();
        while (entries.Length >= IfreqLayout.Size)
        {
            ReadOnlySpan<byte> address = entries[IfreqLayout.Address..];
            int length = Math.Max(address[SockaddrLayout.Length], (byte)SockaddrLayout.Size);
            list.Add(new ConfiguredAddress(InterfaceName.Read(entries), Sockaddr.Read(address[..Math.Min(length, address.Length)])));
            entries = entries[Math.Min(IfreqLayout.Address + length, entries.Length)..];
        }

        return list;
    }
}
