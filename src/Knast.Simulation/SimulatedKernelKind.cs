using Knast.Native.Kernel;

namespace Knast.Simulation;

/// <summary>Simulated kernels, for a program that loads this assembly only when it needs one.</summary>
public sealed class SimulatedKernelKind : IKernelKind
{
    /// <inheritdoc/>
    public IKernel Open(string name) => SimulatedKernels.Open(name);
}
