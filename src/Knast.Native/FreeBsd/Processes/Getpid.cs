using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>getpid(2): in a program the id of the process that plays it.</summary>
public static class Getpid
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    public static SystemCall Compose(KernelTarget target) =>
        FreeBsdSystemCall.Getpid(target);
}
