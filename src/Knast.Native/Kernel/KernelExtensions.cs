namespace Knast.Native.Kernel;

/// <summary>The two ways in which facades invoke a call.</summary>
public static class KernelExtensions
{
    /// <summary>Makes a call that must succeed.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="call">The call.</param>
    /// <returns>The result.</returns>
    /// <exception cref="NativeException">The kernel refused.</exception>
    public static long Require(this IKernel kernel, SystemCall call)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(call);
        SystemCallResult result = kernel.Invoke(call);
        return result.Failed
            ? throw new NativeException(kernel.Target.System, result.Errno, call.Name, call.DescribeSubject())
            : result.Value;
    }

    /// <summary>Makes a call that returns a descriptor.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="call">The call.</param>
    /// <returns>The descriptor.</returns>
    /// <exception cref="NativeException">The kernel refused.</exception>
    public static KernelDescriptor RequireDescriptor(this IKernel kernel, SystemCall call) => new(kernel, (int)kernel.Require(call));
}
