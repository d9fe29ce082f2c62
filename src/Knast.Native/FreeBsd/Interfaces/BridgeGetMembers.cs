using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>BRDGGIFS of if_bridge(4): the members of a bridge.</summary>
public static class BridgeGetMembers
{
    [AbiConstant("BRDGGIFS")]
    private const long Command = 6;

    private const int SpareMembers = 8;

    /// <summary>The block that gets the members.</summary>
    private static BlockReference Buffer { get; } = new(2);

    /// <summary>Makes the call. The kernel writes the members into its third block; without capacity, the bytes that they take into the second.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the bridge's network stack.</param>
    /// <param name="bridge">The bridge.</param>
    /// <param name="capacity">Bytes for the members; 0 asks how many they take.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string bridge, int capacity)
    {
        SystemCall call = BridgeRequest.ComposeGet(target, "BRDGGIFS", Command, socket, bridge, IfbifconfLayout.Size);
        if (capacity != 0)
        {
            call.Point(BridgeRequest.Argument, IfbifconfLayout.Buffer, call.AddBlock(capacity, BlockDirection.Out));
            call.Write(BridgeRequest.Argument, IfbifconfLayout.Length, 4, capacity);
        }

        return call;
    }

    /// <summary>Reads the members.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the bridge's network stack.</param>
    /// <param name="bridge">The bridge.</param>
    /// <exception cref="NativeException">ENXIO: there is no such interface. EINVAL: it is no bridge.</exception>
    public static IReadOnlyList<BridgeMember> Invoke(IKernel kernel, Operand socket, string bridge)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        int capacity = AskCapacity(kernel, socket, bridge);
        while (true)
        {
            // A buffer that comes back full may have been too small: members come and go.
            capacity += SpareMembers * IfbreqLayout.Size;
            using SystemCall call = Compose(kernel.Target, socket, bridge, capacity);
            kernel.Require(call);
            int length = Length(call);
            if (length < capacity)
            {
                return Read(call.Bytes(Buffer)[..length]);
            }
        }
    }

    /// <summary>Reads the entries of a buffer.</summary>
    internal static List<BridgeMember> Read(ReadOnlySpan<byte> entries)
    {
        var members = new List<BridgeMember>();
        for (; entries.Length >= IfbreqLayout.Size; entries = entries[IfbreqLayout.Size..])
        {
            members.Add(new BridgeMember(
                InterfaceName.Read(entries[IfbreqLayout.Member..]),
                (BridgeMemberFlags)BinaryPrimitives.ReadInt32LittleEndian(entries[IfbreqLayout.Flags..])));
        }

        return members;
    }

    private static int AskCapacity(IKernel kernel, Operand socket, string bridge)
    {
        using SystemCall call = Compose(kernel.Target, socket, bridge, 0);
        kernel.Require(call);
        return Length(call);
    }

    private static int Length(SystemCall call) =>
        BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(BridgeRequest.Argument)[IfbifconfLayout.Length..]);
}
