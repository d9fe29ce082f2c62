using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>utimensat(2): sets the times of a file. A link is not followed.</summary>
public static class Utimensat
{
    private const long SymbolicLinkNoFollow = 0x100;
    private const int TimesLength = 32;

    /// <summary>Makes the call for a file by name.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="accessed">The time of the last access.</param>
    /// <param name="modified">The time of the last change of content.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, TimeSpec accessed, TimeSpec modified)
    {
        SystemCall call = LinuxSystemCall.Utimensat(target).Argument(directory).Argument(path);
        return WriteTimes(call, accessed, modified).Argument(SymbolicLinkNoFollow);
    }

    /// <summary>Makes the call for an open file.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="accessed">The time of the last access.</param>
    /// <param name="modified">The time of the last change of content.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, TimeSpec accessed, TimeSpec modified)
    {
        SystemCall call = LinuxSystemCall.Utimensat(target).Argument(file).Argument(0);
        return WriteTimes(call, accessed, modified).Argument(0);
    }

    /// <summary>Sets the times of a file by name.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="directory">A directory's descriptor.</param>
    /// <param name="path">The path below it.</param>
    /// <param name="accessed">The time of the last access.</param>
    /// <param name="modified">The time of the last change of content.</param>
    /// <exception cref="NativeException">ENOENT, EPERM, EROFS and what else utimensat(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand directory, KernelText path, TimeSpec accessed, TimeSpec modified)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, directory, path, accessed, modified);
        kernel.Require(call);
    }

    /// <summary>Sets the times of an open file.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="accessed">The time of the last access.</param>
    /// <param name="modified">The time of the last change of content.</param>
    /// <exception cref="NativeException">EPERM, EROFS and what else utimensat(2) lists.</exception>
    public static void Invoke(IKernel kernel, Operand file, TimeSpec accessed, TimeSpec modified)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file, accessed, modified);
        kernel.Require(call);
    }

    private static SystemCall WriteTimes(SystemCall call, TimeSpec accessed, TimeSpec modified)
    {
        BlockReference times = call.AddBlock(TimesLength, BlockDirection.In);
        call.Write(times, 0, 8, accessed.Seconds);
        call.Write(times, 8, 8, accessed.Nanoseconds);
        call.Write(times, 16, 8, modified.Seconds);
        call.Write(times, 24, 8, modified.Nanoseconds);
        return call.Argument(times);
    }
}
