using Knast.Native.Remote;

namespace Knast.Native.Tests.Agent;

/// <summary>An agent and its client, for the tests of a class.</summary>
public sealed class AgentFixture : IDisposable
{
    private readonly AgentProcess _process = new();

    public AgentFixture()
    {
        Kernel = _process.Connect();
    }

    public AgentKernel Kernel { get; }

    public void Dispose()
    {
        Kernel.Dispose();
        _process.Dispose();
    }
}
