using Knast.Native.Kernel;
using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Processes;

/// <summary>fork(2) and pdfork(2), for those who run here.</summary>
internal static class ForkCalls
{
    /// <summary>Makes a child, which does not run yet.</summary>
    /// <param name="process">The parent.</param>
    /// <param name="hasDescriptor">Whether the parent gets a process descriptor, close-on-exec.</param>
    /// <param name="descriptor">Its number, or -1.</param>
    /// <exception cref="KernelError">EAGAIN: there may be no more.</exception>
    public static Process Fork(Process process, bool hasDescriptor, out int descriptor)
    {
        RequireRoom(process);
        Process child = process.Fork();
        descriptor = -1;
        if (hasDescriptor)
        {
            var handle = new ProcessDescriptor(child, isDaemon: false);
            child.Handle = handle;
            descriptor = process.Descriptors.Add(handle, isCloseOnExec: true);
        }

        return child;
    }

    private static void RequireRoom(Process process)
    {
        long limit = process.Limits[ResourceLimitTable.Processes].Current;
        uint user = process.Credentials.RealUser;
        bool isFree = process.Credentials.IsSuperuser
            || process.Machine.Processes.All.Count(other => other.Credentials.RealUser == user) < limit;
        KernelError.Unless(isFree && !process.Machine.ResourceRules.DeniesFork(process), ErrorCode.EAGAIN);
    }
}
