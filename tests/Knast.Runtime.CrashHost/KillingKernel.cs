using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Runtime.CrashHost;

/// <summary>Ends this process as kill -9 does, right after so many calls.</summary>
internal sealed class KillingKernel : IKernel
{
    private readonly IKernel _kernel;
    private readonly int _last;
    private int _count;

    public KillingKernel(IKernel kernel, int last)
    {
        _kernel = kernel;
        _last = last;
    }

    /// <summary>Whether calls count: what comes before the operation under test does not.</summary>
    public bool IsArmed { get; set; }

    /// <summary>How many calls there were.</summary>
    public int Count => _count;

    public KernelTarget Target => _kernel.Target;

    public SystemCallResult Invoke(SystemCall call)
    {
        SystemCallResult result = _kernel.Invoke(call);
        Step();
        return result;
    }

    public IProgramLaunch Launch(LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        IProgramLaunch launch = _kernel.Launch(program, descriptors);
        Step();
        return new KillingLaunch(launch, this);
    }

    /// <summary>One more thing was asked of the kernel.</summary>
    public void Step()
    {
        if (IsArmed && Interlocked.Increment(ref _count) == _last)
        {
            using SystemCall kill = SystemCall.Rent(Target.Architecture == KernelArchitecture.Amd64 ? 62 : 129, "kill");
            kill.Argument(Environment.ProcessId).Argument(9);
            _kernel.Invoke(kill);
        }
    }
}
