using Knast.Native.Programs;

namespace Knast.Runtime.CrashHost;

/// <summary>Counts what is asked of a running program as well.</summary>
internal sealed class KillingLaunch : IProgramLaunch
{
    private readonly IProgramLaunch _launch;
    private readonly KillingKernel _kernel;

    public KillingLaunch(IProgramLaunch launch, KillingKernel kernel)
    {
        _launch = launch;
        _kernel = kernel;
    }

    public int ProcessId => _launch.ProcessId;

    public ProgramReport? Receive(CancellationToken cancellation)
    {
        ProgramReport? report = _launch.Receive(cancellation);
        _kernel.Step();
        return report;
    }

    public void Proceed()
    {
        _launch.Proceed();
        _kernel.Step();
    }

    public void Dispose()
    {
        _launch.Dispose();
        _kernel.Step();
    }
}
