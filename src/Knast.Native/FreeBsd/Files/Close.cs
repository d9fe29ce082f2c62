using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>close(2).</summary>
public static class Close
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    public static SystemCall Compose(KernelTarget target, Operand file) =>
        FreeBsdSystemCall.Close(target).Argument(file);
}
