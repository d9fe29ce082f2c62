using System.Diagnostics;
using Knast.Native.Programs;

namespace Knast.Native.Kernel;

/// <summary>Passes every call on and writes one JSON line for each.</summary>
public sealed class TracingKernel : IKernel
{
    private readonly IKernel _kernel;
    private readonly TraceWriter _writer;

    /// <summary>Traces a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="writer">Where the lines go.</param>
    public TracingKernel(IKernel kernel, TraceWriter writer)
    {
        _kernel = kernel;
        _writer = writer;
    }

    /// <inheritdoc/>
    public KernelTarget Target => _kernel.Target;

    /// <inheritdoc/>
    public SystemCallResult Invoke(SystemCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        long start = Stopwatch.GetTimestamp();
        SystemCallResult result = _kernel.Invoke(call);
        _writer.Write(call, result, Stopwatch.GetElapsedTime(start), Target.System);
        return result;
    }

    /// <inheritdoc/>
    public IProgramLaunch Launch(LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        ArgumentNullException.ThrowIfNull(program);
        long start = Stopwatch.GetTimestamp();
        IProgramLaunch launch = _kernel.Launch(program, descriptors);
        _writer.Write(program, Stopwatch.GetElapsedTime(start));
        return launch;
    }
}
