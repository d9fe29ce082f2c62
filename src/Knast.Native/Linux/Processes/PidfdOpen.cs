using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>pidfd_open(2): a descriptor that becomes readable when a process ends.</summary>
public static class PidfdOpen
{
    /// <summary>Opens a process.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="pid">Its id.</param>
    /// <returns>The descriptor, or null when there is no such process.</returns>
    /// <exception cref="NativeException">EMFILE, EINVAL and what else pidfd_open(2) lists.</exception>
    public static KernelDescriptor? Invoke(IKernel kernel, int pid)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = LinuxSystemCall.PidfdOpen(kernel.Target).Argument(pid).Argument(0);
        call.Subject = $"pid {pid}";
        SystemCallResult result = kernel.Invoke(call);
        if (ErrorCodes.FromErrno(KernelSystem.Linux, result.Errno) == ErrorCode.ESRCH)
        {
            return null;
        }

        return result.Failed
            ? throw new NativeException(KernelSystem.Linux, result.Errno, call.Name, call.Subject)
            : new KernelDescriptor(kernel, (int)result.Value);
    }
}
