using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Remote;
using Knast.Native.Tests.Files;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.Agent;

/// <summary>The agent of the other architecture, under qemu's user mode.</summary>
public sealed class EmulatedAgentTests
{
    private const string Emulator = "/usr/bin/qemu-aarch64";

    [Fact]
    public void TheArm64AgentServes()
    {
        var target = new KernelTarget(KernelSystem.Linux, KernelArchitecture.Arm64, LocalKernel.Open().Target.Version);
        Assert.SkipUnless(File.Exists(Emulator), "qemu-aarch64 is needed: apt-get install qemu-user.");
        Assert.SkipUnless(File.Exists(AgentProcess.PathOf(target)), "clang and lld are needed to build the agents of all targets: apt-get install clang lld.");
        using var agent = new AgentProcess(timeLimitSeconds: 30, target, Emulator);
        using AgentKernel kernel = agent.Connect();
        Assert.Equal(KernelArchitecture.Arm64, kernel.Target.Architecture);
        foreach (string name in (string[])["pointers between blocks lead where they should", "children have children", "a descriptor is handed over", "a program waits for the go-ahead"])
        {
            ProgramCase test = ProgramCorpus.Cases.Single(test => test.Name == name);
            using var directory = new ScratchDirectory();
            using KernelDescriptor there = FileCalls.For(kernel).OpenHostDirectory(directory.Path);
            using IProgramLaunch launch = kernel.Launch(
                ProgramCaseRunner.Build(test, kernel.Target), [new DescriptorMapping(there, ProgramCase.Directory)]);
            ProgramCaseRunner.Check(test, launch, TestContext.Current.CancellationToken);
        }
    }
}
