using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>kqueue(2): opens a queue of events. A process that is forked does not get it, so it needs no close-on-exec.</summary>
public static class Kqueue
{
    /// <summary>Opens a queue. It can be waited for with <see cref="KernelWait"/>, and read with <see cref="Kevent"/>.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <exception cref="NativeException">EMFILE, ENFILE, ENOMEM (RLIMIT_KQUEUES).</exception>
    public static KernelDescriptor Invoke(IKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = FreeBsdSystemCall.Kqueue(kernel.Target);
        return kernel.RequireDescriptor(call);
    }
}
