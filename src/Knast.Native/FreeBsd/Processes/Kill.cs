using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>kill(2): signals a process.</summary>
public static class Kill
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="pid">Its id; -1 is every process that may be signalled, a negative number a process group.</param>
    /// <param name="signal">The signal; 0 only asks whether it is there.</param>
    public static SystemCall Compose(KernelTarget target, Operand pid, Operand signal)
    {
        SystemCall call = FreeBsdSystemCall.Kill(target).Argument(pid).Argument(signal);
        call.Subject = pid.IsRegister || signal.IsRegister ? "pid" : $"pid {pid.Value}, signal {signal.Value}";
        return call;
    }

    /// <summary>Signals a process.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="pid">Its id.</param>
    /// <param name="signal">The signal; 0 only asks whether it is there.</param>
    /// <returns>Whether it was there (ESRCH: it was not). One that has ended and was not waited for is.</returns>
    /// <exception cref="NativeException">EPERM; EINVAL: no such signal.</exception>
    public static bool Invoke(IKernel kernel, int pid, int signal)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, pid, signal);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed || (result.Code() == ErrorCode.ESRCH ? false : throw result.ToException(call));
    }
}
