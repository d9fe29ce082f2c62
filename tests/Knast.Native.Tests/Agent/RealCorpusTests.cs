using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.FreeBsd;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.Agent;

/// <summary>The corpus of programs on FreeBSD kernels: played by an agent's children, and by the packaged launcher.</summary>
[Collection(nameof(FreeBsdCollection))]
public sealed class RealCorpusTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (TheoryDataRow<string> version in FreeBsdKernels.RealNames)
            {
                foreach (ProgramCase test in FreeBsdKernels.HasReal ? ProgramCorpus.Cases : ProgramCorpus.Cases.Take(1))
                {
                    cases.Add(version.Data, test.Name);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheAgentPlays(string version, string name)
    {
        IKernel kernel = FreeBsdKernels.Open(version);
        ProgramCase test = ProgramCorpus.Cases.Single(test => test.Name == name);
        using var directory = new RemoteDirectory(kernel);
        using IProgramLaunch launch = kernel.Launch(
            ProgramCaseRunner.Build(test, kernel.Target), [new DescriptorMapping(directory.Descriptor, ProgramCase.Directory)]);
        ProgramCaseRunner.Check(test, launch, TestContext.Current.CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheLauncherPlays(string version, string name)
    {
        IKernel kernel = FreeBsdKernels.Open(version);
        ProgramCase test = ProgramCorpus.Cases.Single(test => test.Name == name);
        using var launcherDirectory = new RemoteDirectory(kernel, "-launcher");
        using var directory = new RemoteDirectory(kernel);
        using ProgramLaunch launch = ExecutedLauncher.Start(
            kernel,
            ExecutedLauncher.Install(kernel, launcherDirectory),
            ProgramCaseRunner.Build(test, kernel.Target),
            [new DescriptorMapping(directory.Descriptor, ProgramCase.Directory)]);
        ProgramCaseRunner.Check(test, launch, TestContext.Current.CancellationToken);
    }
}
