using Knast.Native.Programs;
using Knast.Native.Tests.Agent;
using Knast.Native.Tests.Programs;

namespace Knast.Simulation.Tests.Programs;

/// <summary>The corpus of programs gives the same reports here as from the launcher.</summary>
public sealed class SimulatedCorpusTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (SimulatedRelease release in SimulatedRelease.All)
            {
                foreach (ProgramCase test in ProgramCorpus.Cases)
                {
                    cases.Add(release.Name, test.Name);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheSimulationPlays(string release, string name)
    {
        using var machine = new SimulatedMachine(SimulatedRelease.Parse(release));
        using SimulatedKernel kernel = machine.Open();
        ProgramCase test = ProgramCorpus.Cases.Single(test => test.Name == name);
        using (var directory = new RemoteDirectory(kernel))
        {
            using IProgramLaunch launch = kernel.Launch(
                ProgramCaseRunner.Build(test, kernel.Target), [new DescriptorMapping(directory.Descriptor, ProgramCase.Directory)]);
            ProgramCaseRunner.Check(test, launch, TestContext.Current.CancellationToken);
        }

        Assert.Empty(machine.UnhandledCalls);
    }
}
