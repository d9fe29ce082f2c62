using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCIFGCLONERS: the kinds of interfaces that can be made, such as <c>epair</c> once its module is loaded.</summary>
public static class InterfaceGetCloners
{
    [AbiConstant("SIOCIFGCLONERS")]
    private const long Request = 0xC0106978;

    private const int UsualCapacity = 64;

    private static BlockReference Header { get; } = new(0);

    private static BlockReference Buffer { get; } = new(1);

    /// <summary>Makes the call. The kernel writes the names into its second block, and how many there are into the first.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the network stack.</param>
    /// <param name="capacity">The most names.</param>
    public static SystemCall Compose(KernelTarget target, Operand socket, int capacity)
    {
        SystemCall call = FreeBsdSystemCall.Ioctl(target);
        call.Subject = "SIOCIFGCLONERS";
        BlockReference header = call.AddBlock(IfClonereqLayout.Size, BlockDirection.InOut);
        call.Write(header, IfClonereqLayout.Count, 4, capacity);
        call.Point(header, IfClonereqLayout.Buffer, call.AddBlock(capacity * InterfaceName.FieldSize, BlockDirection.Out));
        return call.Argument(socket).Argument(Request).Argument(header);
    }

    /// <summary>Reads the names.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the network stack.</param>
    /// <exception cref="NativeException">EBUSY: the network stack is going away.</exception>
    public static IReadOnlyList<string> Invoke(IKernel kernel, Operand socket)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int capacity = UsualCapacity; ;)
        {
            using SystemCall call = Compose(kernel.Target, socket, capacity);
            kernel.Require(call);
            int total = BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(Header)[IfClonereqLayout.Total..]);
            if (total <= capacity)
            {
                return Read(call.Bytes(Buffer)[..(total * InterfaceName.FieldSize)]);
            }

            capacity = total;
        }
    }

    private static List<string> Read(ReadOnlySpan<byte> names)
    {
        var cloners = new List<string>();
        for (; names.Length >= InterfaceName.FieldSize; names = names[InterfaceName.FieldSize..])
        {
            cloners.Add(InterfaceName.Read(names));
        }

        return cloners;
    }
}
