using System.Collections.Concurrent;
using Knast.Native.Kernel;
using Knast.Native.Remote;

namespace Knast.Native.Tests.Agent;

/// <summary>
/// FreeBSD kernels that somebody has running, each with an agent: <c>KNAST_AGENT_13_2=tcp://HOST:PORT</c> and <c>KNAST_AGENT_15_1</c>, with the token in
/// <c>KNAST_KERNEL_TOKEN</c>. Theories over <see cref="Versions"/> are skipped without any (<c>SkipTestWithoutData</c>).
/// </summary>
public static class RealKernels
{
    private static readonly ConcurrentDictionary<string, Lazy<AgentKernel>> s_kernels = new();

    /// <summary>The versions of which there is one.</summary>
    public static TheoryData<string> Versions => [.. ((string[])["13.2", "15.1"]).Where(static version => AddressOf(version) is { Length: > 0 })];

    /// <summary>The kernel of a version; one connection for the whole run, since an agent has one client.</summary>
    public static AgentKernel Open(string version) => s_kernels.GetOrAdd(version, _ => new Lazy<AgentKernel>(() => AgentKernel.Connect(
        AgentAddress.Parse(AddressOf(version) ?? ""), Environment.GetEnvironmentVariable(KernelSelection.TokenVariable) ?? ""))).Value;

    private static string? AddressOf(string version) => Environment.GetEnvironmentVariable("KNAST_AGENT_" + version.Replace('.', '_'));
}
