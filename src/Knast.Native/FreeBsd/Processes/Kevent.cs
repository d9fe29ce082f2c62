using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>
/// kevent(2): says what a queue watches, and takes from it what happened. Never waits: wait with <see cref="KernelWait.Readable"/>.
/// </summary>
public static class Kevent
{
    /// <summary>Makes the call. The events are the last but one block.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="changes">What to watch from now on, and what not any more.</param>
    /// <param name="room">How many events to take; 0 for none.</param>
    public static SystemCall Compose(KernelTarget target, Operand queue, IReadOnlyList<KernelEvent> changes, int room)
    {
        ArgumentNullException.ThrowIfNull(changes);
        SystemCall call = FreeBsdSystemCall.Kevent(target).Argument(queue);
        call.Subject = changes.Count == 0 ? "" : $"{changes[0].Filter} {changes[0].Identity}";
        BlockReference list = call.AddBlock(changes.Count * KeventLayout.Size, BlockDirection.In);
        for (int index = 0; index < changes.Count; index++)
        {
            changes[index].Write(call.Bytes(list)[(index * KeventLayout.Size)..]);
        }

        BlockReference events = call.AddBlock(room * KeventLayout.Size, BlockDirection.Out);
        BlockReference noTime = call.AddBlock(TimespecLayout.Size, BlockDirection.In);
        _ = changes.Count == 0 ? call.Argument(0) : call.Argument(list);
        call.Argument(changes.Count);
        _ = room == 0 ? call.Argument(0) : call.Argument(events);
        return call.Argument(room).Argument(noTime);
    }

    /// <summary>Changes what a queue watches.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="changes">What to watch from now on, and what not any more.</param>
    /// <exception cref="NativeException">
    /// Of the first change that fails; those after it are not made. ESRCH: no such process; ENOENT: it was not watched, or no such jail; EBADF;
    /// EINVAL: the kernel has no such filter; EACCES: it may not be watched.
    /// </exception>
    public static void Change(IKernel kernel, KernelDescriptor queue, params IReadOnlyList<KernelEvent> changes)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(queue);
        using SystemCall call = Compose(kernel.Target, queue, changes, 0);
        kernel.Require(call);
    }

    /// <summary>Takes the events that are there.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="queue">The queue.</param>
    /// <param name="room">The most events.</param>
    /// <returns>Empty where nothing happened.</returns>
    /// <exception cref="NativeException">EBADF.</exception>
    public static IReadOnlyList<KernelEvent> Take(IKernel kernel, KernelDescriptor queue, int room = 16)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(queue);
        using SystemCall call = Compose(kernel.Target, queue, [], room);
        int count = (int)kernel.Require(call);
        ReadOnlySpan<byte> events = call.Bytes(new BlockReference(1));
        var result = new KernelEvent[Math.Min(count, room)];
        for (int index = 0; index < result.Length; index++)
        {
            result[index] = KernelEvent.Read(events[(index * KeventLayout.Size)..]);
        }

        return result;
    }
}
