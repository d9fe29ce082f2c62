using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Sockets;

/// <summary>ppoll(2): waits until one of several descriptors can be read, or its other end is closed.</summary>
public static class Ppoll
{
    [AbiConstant("POLLIN")]
    private const int Readable = 1;

    /// <summary>Makes the call. The entries are block 0.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="descriptors">The descriptors.</param>
    /// <param name="timeout">At most so long; null for ever.</param>
    public static SystemCall Compose(KernelTarget target, IReadOnlyList<int> descriptors, TimeSpan? timeout)
    {
        ArgumentNullException.ThrowIfNull(descriptors);
        SystemCall call = FreeBsdSystemCall.Ppoll(target);
        BlockReference entries = call.AddBlock(descriptors.Count * PollfdLayout.Size, BlockDirection.InOut);
        for (int index = 0; index < descriptors.Count; index++)
        {
            call.Write(entries, (index * PollfdLayout.Size) + PollfdLayout.Descriptor, 4, descriptors[index]);
            call.Write(entries, (index * PollfdLayout.Size) + PollfdLayout.Wanted, 2, Readable);
        }

        call.Argument(entries).Argument(descriptors.Count);
        if (timeout is not { } time)
        {
            return call.Argument(0).Argument(0);
        }

        BlockReference limit = call.AddBlock(TimespecLayout.Size, BlockDirection.In);
        call.Write(limit, TimespecLayout.Seconds, 8, time.Ticks / TimeSpan.TicksPerSecond);
        call.Write(limit, TimespecLayout.Nanoseconds, 8, time.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick);
        return call.Argument(limit).Argument(0);
    }

    /// <summary>Waits for descriptors.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="descriptors">The descriptors; let one of them be what wakes the waiter.</param>
    /// <param name="timeout">At most so long; null for ever.</param>
    /// <returns>Of each whether something happened; none where time ran out.</returns>
    /// <exception cref="NativeException">EINVAL: too many descriptors, or a negative time.</exception>
    public static IReadOnlyList<bool> Invoke(IKernel kernel, IReadOnlyList<KernelDescriptor> descriptors, TimeSpan? timeout)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(descriptors);
        using SystemCall call = Compose(kernel.Target, [.. descriptors.Select(static descriptor => descriptor.Number)], timeout);
        kernel.Require(call);
        ReadOnlySpan<byte> entries = call.Bytes(new BlockReference(0));
        bool[] happened = new bool[descriptors.Count];
        for (int index = 0; index < happened.Length; index++)
        {
            int offset = (index * PollfdLayout.Size) + PollfdLayout.Happened;
            happened[index] = BinaryPrimitives.ReadInt16LittleEndian(entries[offset..]) != 0;
        }

        return happened;
    }
}
