using Knast.Native.Kernel;
using Knast.Native.Remote;

namespace Knast.Runtime.Tests.FreeBsd;

/// <summary>The FreeBSD kernels that jails are made on: those whose agents KNAST_AGENT_13_2 and KNAST_AGENT_15_1 name (docs/freebsd-answers.md).</summary>
public static class FreeBsdKernels
{
    private static readonly Dictionary<string, IKernel> s_kernels = [];

    /// <summary>Their names.</summary>
    public static TheoryData<string> Names => [.. ((string[])["13.2", "15.1"]).Where(static name => Address(name) is { Length: > 0 })];

    /// <summary>Opens one; an agent has one client.</summary>
    public static IKernel Open(string name)
    {
        if (!s_kernels.TryGetValue(name, out IKernel? kernel))
        {
            kernel = AgentKernel.Connect(AgentAddress.Parse(Address(name)!), Environment.GetEnvironmentVariable(KernelSelection.TokenVariable) ?? "");
            s_kernels.Add(name, kernel);
        }

        return kernel;
    }

    private static string? Address(string name) => Environment.GetEnvironmentVariable("KNAST_AGENT_" + name.Replace('.', '_'));
}
