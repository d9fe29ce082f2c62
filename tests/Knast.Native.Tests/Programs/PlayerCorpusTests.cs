using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.Files;

namespace Knast.Native.Tests.Programs;

public sealed class PlayerCorpusTests
{
    private readonly IKernel _kernel = LocalKernel.Open();

    public static TheoryData<string> Names => [.. ProgramCorpus.Cases.Select(static test => test.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheLauncherPlays(string name)
    {
        ProgramCase test = ProgramCorpus.Cases.Single(test => test.Name == name);
        using var directory = new ScratchDirectory();
        using IProgramLaunch launch = _kernel.Launch(
            ProgramCaseRunner.Build(test, _kernel.Target), [new DescriptorMapping(directory.Descriptor, ProgramCase.Directory)]);
        ProgramCaseRunner.Check(test, launch, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void NamesAreUnique() => Assert.Equal(ProgramCorpus.Cases.Count, ProgramCorpus.Cases.Select(static test => test.Name).Distinct().Count());
}
