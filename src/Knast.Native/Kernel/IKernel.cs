using Knast.Native.Programs;

namespace Knast.Native.Kernel;

/// <summary>The seam: all that Knast asks of a kernel goes through here, whether that kernel is this machine's, a simulated one, or another machine's.</summary>
public interface IKernel
{
    /// <summary>What decides numbers and layouts.</summary>
    KernelTarget Target { get; }

    /// <summary>Makes one system call. EINTR is retried unless <see cref="SystemCall.IsRetried"/> is off. Never blocks for long: wait with poll.</summary>
    /// <param name="call">The call; its out blocks are filled.</param>
    /// <returns>The result or the error number; failures of the kernel are not thrown here.</returns>
    SystemCallResult Invoke(SystemCall call);

    /// <summary>Starts a process that plays a program.</summary>
    /// <param name="program">What it plays.</param>
    /// <param name="descriptors">The only descriptors it gets, beside its report socket and its program.</param>
    /// <returns>The reports of the running program.</returns>
    /// <exception cref="NativeException">The process could not be started.</exception>
    IProgramLaunch Launch(LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors);
}
