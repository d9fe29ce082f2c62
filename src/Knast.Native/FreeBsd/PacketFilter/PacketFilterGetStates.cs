using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCGETSTATESV2: the connections that the packet filter remembers.</summary>
public static class PacketFilterGetStates
{
    /// <summary>The form of the entries that is asked for; newer kernels give it too, in the same places.</summary>
    [AbiConstant("PF_STATE_VERSION", Release = "13.2")]
    internal const int Version = 20210706;

    // FreeBSD 15 has it for compatibility only, so its headers no longer name it.
    [AbiConstant("DIOCGETSTATESV2", Release = "13.2")]
    private const long Request = 0xC018445D;

    private const int SpareStates = 64;

    /// <summary>Makes the call. The kernel writes the states into its second block; without capacity, the bytes that they take into the first.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="capacity">Bytes for the states; 0 asks how many they take.</param>
    public static SystemCall Compose(KernelTarget target, Operand device, int capacity)
    {
        SystemCall call = PacketFilterRequest.Compose(target, Request, device, "DIOCGETSTATESV2", PfiocStatesV2Layout.Size);
        call.Write(PacketFilterRequest.Block, PfiocStatesV2Layout.Version, 8, Version);
        call.Write(PacketFilterRequest.Block, PfiocStatesV2Layout.Length, 4, capacity);
        if (capacity != 0)
        {
            call.Point(PacketFilterRequest.Block, PfiocStatesV2Layout.Buffer, call.AddBlock(capacity, BlockDirection.Out));
        }

        return call;
    }

    /// <summary>Reads the states.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <exception cref="NativeException">ENODEV: a kernel without compatibility with FreeBSD 14 has no such request.</exception>
    /// <exception cref="InvalidDataException">A state is of no internet family.</exception>
    public static IReadOnlyList<PacketFilterState> Invoke(IKernel kernel, Operand device)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int capacity = AskCapacity(kernel, device); ;)
        {
            // States that came meanwhile make the kernel stop where its buffer is full.
            capacity += SpareStates * PacketFilterStateEncoding.Length;
            using SystemCall call = Compose(kernel.Target, device, capacity);
            kernel.Require(call);
            int length = ReadLength(call);
            if (length < capacity - (SpareStates / 2 * PacketFilterStateEncoding.Length))
            {
                return Read(call.Bytes(PacketFilterRequest.Buffer)[..length]);
            }
        }
    }

    private static int AskCapacity(IKernel kernel, Operand device)
    {
        using SystemCall call = Compose(kernel.Target, device, 0);
        kernel.Require(call);
        return ReadLength(call);
    }

    private static int ReadLength(SystemCall call) =>
        BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(PacketFilterRequest.Block)[PfiocStatesV2Layout.Length..]);

    private static List<PacketFilterState> Read(ReadOnlySpan<byte> entries)
    {
        var states = new List<PacketFilterState>();
        for (; entries.Length >= PacketFilterStateEncoding.Length; entries = entries[PacketFilterStateEncoding.Length..])
        {
            states.Add(PacketFilterStateEncoding.Decode(entries));
        }

        return states;
    }
}
