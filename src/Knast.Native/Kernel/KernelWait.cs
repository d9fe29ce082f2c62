using Knast.Native.Programs;

namespace Knast.Native.Kernel;

/// <summary>Waits for descriptors by poll(2), so that a wait can be cancelled at any time.</summary>
public static class KernelWait
{
    /// <summary>Waits until a descriptor can be read; a pidfd can be when its process has ended.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="timeout">At most this long; null for ever.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False when time ran out.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public static bool Readable(IKernel kernel, KernelDescriptor descriptor, TimeSpan? timeout, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(descriptor);
        cancellation.ThrowIfCancellationRequested();
        if (!cancellation.CanBeCanceled)
        {
            return LaunchCalls.WaitReadable(kernel, descriptor, null, timeout);
        }

        (KernelDescriptor reader, KernelDescriptor writer) = LaunchCalls.Pipe(kernel);
        using (reader)
        using (writer)
        using (cancellation.UnsafeRegister(static state => WakeUp(state!), (kernel, writer)))
        {
            bool isReadable = LaunchCalls.WaitReadable(kernel, descriptor, reader, timeout);
            cancellation.ThrowIfCancellationRequested();
            return isReadable;
        }
    }

    private static void WakeUp(object state)
    {
        (IKernel kernel, KernelDescriptor writer) = ((IKernel, KernelDescriptor))state;
        LaunchCalls.WriteByte(kernel, writer);
    }
}
