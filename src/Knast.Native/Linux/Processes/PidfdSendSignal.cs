using Knast.Native.Kernel;

namespace Knast.Native.Linux.Processes;

/// <summary>pidfd_send_signal(2): signals a process that cannot be mistaken for another.</summary>
public static class PidfdSendSignal
{
    /// <summary>Sends a signal.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="process">The process.</param>
    /// <param name="signal">The number.</param>
    /// <returns>Whether the process was still there.</returns>
    /// <exception cref="NativeException">EINVAL: no such signal; EPERM.</exception>
    public static bool Invoke(IKernel kernel, KernelDescriptor process, int signal)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = LinuxSystemCall.PidfdSendSignal(kernel.Target)
            .Argument(process).Argument(signal).Argument(0).Argument(0);
        call.Subject = $"signal {signal}";
        SystemCallResult result = kernel.Invoke(call);
        ErrorCode code = ErrorCodes.FromErrno(KernelSystem.Linux, result.Errno);
        return code switch
        {
            ErrorCode.None => true,
            ErrorCode.ESRCH => false,
            _ => throw new NativeException(KernelSystem.Linux, result.Errno, call.Name, call.Subject),
        };
    }
}
