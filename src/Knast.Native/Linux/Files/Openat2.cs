using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>openat2(2): opens a file relative to a directory, which its path cannot leave.</summary>
public static class Openat2
{
    private const int HowLength = 24;
    private const int MostAttempts = 64;

    /// <summary>Makes the call. <see cref="OpenFlags.CloseOnExec"/> is always added.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path.</param>
    /// <param name="flags">How to open it.</param>
    /// <param name="resolve">How to resolve the path.</param>
    /// <param name="mode">Permission bits of a file that is created, before the umask; 0 where none is.</param>
    public static SystemCall Compose(
        KernelTarget target, Operand directory, KernelText path, OpenFlags flags, ResolveFlags resolve, uint mode = 0)
    {
        SystemCall call = LinuxSystemCall.Openat2(target).Argument(directory).Argument(path);
        BlockReference how = call.AddBlock(HowLength, BlockDirection.In);
        call.Write(how, 0, 8, (flags | OpenFlags.CloseOnExec).ToKernel(target));
        call.Write(how, 8, 8, mode);
        call.Write(how, 16, 8, (long)resolve);
        return call.Argument(how).Argument(HowLength);
    }

    /// <summary>Opens a file.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path.</param>
    /// <param name="flags">How to open it.</param>
    /// <param name="resolve">How to resolve the path.</param>
    /// <param name="mode">Permission bits of a file that is created, before the umask; 0 where none is.</param>
    /// <exception cref="NativeException">ENOENT, EXDEV (the path leaves), ELOOP, and what else openat2(2) lists.</exception>
    public static KernelDescriptor Invoke(
        IKernel kernel, Operand directory, KernelText path, OpenFlags flags, ResolveFlags resolve, uint mode = 0)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, flags, resolve, mode);

        // EAGAIN: a rename or a mount somewhere on the machine raced with a ".." (openat2(2)); the kernel asks to try again.
        SystemCallResult result = kernel.Invoke(call);
        for (int attempt = 1; attempt < MostAttempts && IsRace(kernel, result); attempt++)
        {
            result = kernel.Invoke(call);
        }

        return result.Failed
            ? throw new NativeException(kernel.Target.System, result.Errno, call.Name, call.DescribeSubject())
            : new KernelDescriptor(kernel, (int)result.Value);
    }

    private static bool IsRace(IKernel kernel, SystemCallResult result) =>
        result.Failed && ErrorCodes.FromErrno(kernel.Target.System, result.Errno) == ErrorCode.EAGAIN;
}
