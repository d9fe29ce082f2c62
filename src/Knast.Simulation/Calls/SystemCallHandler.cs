namespace Knast.Simulation.Calls;

/// <summary>What the kernel does for one system call.</summary>
/// <param name="call">Who makes it, with what.</param>
/// <returns>The result; an error is thrown as <see cref="KernelError"/>.</returns>
internal delegate long SystemCallHandler(CallContext call);
