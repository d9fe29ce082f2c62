using System.Runtime.InteropServices;
using Knast.Native.Programs;

namespace Knast.Native.Kernel;

/// <summary>This machine's kernel, through libc's <c>syscall</c>: the one place where a system call is really made.</summary>
public sealed partial class LibcKernel : IKernel
{
    private const string Libc = LibcLibrary.Name;

    static LibcKernel() => LibcLibrary.Register();

    /// <summary>Opens the local kernel.</summary>
    /// <param name="target">What this machine is; see <see cref="LocalKernel"/>.</param>
    public LibcKernel(KernelTarget target)
    {
        Target = target;
    }

    /// <inheritdoc/>
    public KernelTarget Target { get; }

    /// <inheritdoc/>
    public SystemCallResult Invoke(SystemCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        Span<long> values = stackalloc long[SystemCall.MaximumArguments];
        call.Resolve(values);
        int interrupted = ErrorCodes.ToErrno(Target.System, ErrorCode.EINTR);
        while (true)
        {
            long result = SystemCallFunction(call.Number, values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
            if (result != -1)
            {
                return new SystemCallResult(result, 0);
            }

            int errno = Marshal.GetLastPInvokeError();
            if (errno != interrupted || !call.IsRetried)
            {
                return new SystemCallResult(-1, errno);
            }
        }
    }

    /// <inheritdoc/>
    public IProgramLaunch Launch(LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors) =>
        LocalProgramLaunch.Start(this, program, descriptors);

    [LibraryImport(Libc, EntryPoint = "syscall", SetLastError = true)]
    private static partial long SystemCallFunction(long number, long a0, long a1, long a2, long a3, long a4, long a5, long a6, long a7);
}
