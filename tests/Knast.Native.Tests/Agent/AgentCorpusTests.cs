using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Remote;
using Knast.Native.Tests.Files;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.Agent;

/// <summary>The corpus of programs, played by an agent's children.</summary>
public sealed class AgentCorpusTests(AgentFixture fixture) : IClassFixture<AgentFixture>
{
    [Theory]
    [MemberData(nameof(PlayerCorpusTests.Names), MemberType = typeof(PlayerCorpusTests))]
    public void TheAgentPlays(string name)
    {
        AgentKernel kernel = fixture.Kernel;
        ProgramCase test = ProgramCorpus.Cases.Single(test => test.Name == name);
        using var directory = new ScratchDirectory();
        using KernelDescriptor there = FileCalls.For(kernel).OpenHostDirectory(directory.Path);
        using IProgramLaunch launch = kernel.Launch(
            ProgramCaseRunner.Build(test, kernel.Target), [new DescriptorMapping(there, ProgramCase.Directory)]);
        ProgramCaseRunner.Check(test, launch, TestContext.Current.CancellationToken);
    }
}
