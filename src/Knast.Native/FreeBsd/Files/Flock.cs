using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>flock(2): locks an open file for all who lock it.</summary>
public static class Flock
{
    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="operation">Which lock, or unlock.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, FlockOperation operation)
    {
        FlockOperation waitless = operation == FlockOperation.Unlock ? operation : operation | FlockOperation.NoWait;
        return FreeBsdSystemCall.Flock(target).Argument(file).Argument((long)waitless);
    }

    /// <summary>Makes the call and demands that it succeeds.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="operation">Which lock, or unlock.</param>
    /// <exception cref="NativeException">
    /// EWOULDBLOCK (which is EAGAIN): somebody else has it; EOPNOTSUPP: no file of a file system.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand file, FlockOperation operation)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file, operation);
        kernel.Require(call);
    }
}
