using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>
/// ioctl(2) DIOCBEGINADDRS: empties the one buffer in which addresses wait for the next rule. Every rule wants its ticket, one without a pool too.
/// </summary>
public static class PacketFilterBeginAddresses
{
    [AbiConstant("DIOCBEGINADDRS")]
    private const long Request = 0xC4704433;

    /// <summary>Makes the call. The kernel writes the ticket into it.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    public static SystemCall Compose(KernelTarget target, Operand device) =>
        PacketFilterRequest.Compose(target, Request, device, "DIOCBEGINADDRS", PfiocPooladdrLayout.Size);

    /// <summary>Empties the buffer.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <returns>The ticket for the addresses and their rule.</returns>
    /// <exception cref="NativeException">EACCES.</exception>
    public static uint Invoke(IKernel kernel, Operand device)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, device);
        kernel.Require(call);
        return BinaryPrimitives.ReadUInt32LittleEndian(call.Bytes(PacketFilterRequest.Block)[PfiocPooladdrLayout.Ticket..]);
    }
}
