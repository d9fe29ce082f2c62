using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCGIFDESCR: the description that somebody gave an interface.</summary>
public static class InterfaceGetDescription
{
    [AbiConstant("SIOCGIFDESCR")]
    private const long Request = 0xC020692A;

    private const int UsualCapacity = 128;

    /// <summary>The block that gets the description.</summary>
    private static BlockReference Buffer { get; } = new(1);

    /// <summary>Makes the call. The kernel writes the description into its second block, and the length it needs into the first.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="capacity">Bytes for the description, with its NUL.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, int capacity = UsualCapacity)
    {
        SystemCall call = InterfaceRequest.Compose(target, "SIOCGIFDESCR", Request, BlockDirection.InOut, socket, name);
        call.Point(InterfaceRequest.Block, IfreqLayout.Buffer, call.AddBlock(capacity, BlockDirection.Out));
        call.Write(InterfaceRequest.Block, IfreqLayout.BufferLength, 8, capacity);
        return call;
    }

    /// <summary>Reads the description.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <returns>Empty where there is none.</returns>
    /// <exception cref="NativeException">ENXIO: there is no such interface.</exception>
    public static string Invoke(IKernel kernel, Operand socket, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int capacity = UsualCapacity; ;)
        {
            using SystemCall call = Compose(kernel.Target, socket, name, capacity);
            SystemCallResult result = kernel.Invoke(call);
            if (result.Failed)
            {
                return result.Code() == ErrorCode.ENOMSG ? "" : throw result.ToException(call);
            }

            // Where the buffer is too small the kernel writes nothing but the length that it takes.
            long needed = BinaryPrimitives.ReadInt64LittleEndian(call.Bytes(InterfaceRequest.Block)[IfreqLayout.BufferLength..]);
            if (needed <= capacity)
            {
                return FixedText.Read(call.Bytes(Buffer));
            }

            capacity = checked((int)needed);
        }
    }
}
