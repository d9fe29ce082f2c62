using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.Files;

namespace Knast.Native.Tests.Programs;

/// <summary>The corpus on the launchers that are packaged: this machine's, and under qemu's user mode the other architecture's.</summary>
public sealed class PackagedPlayerCorpusTests
{
    private const string Emulator = "/usr/bin/qemu-aarch64";

    private readonly IKernel _kernel = LocalKernel.Open();

    // qemu-user 7 knows no CLONE_PIDFD for a fork.
    public static TheoryData<string> Names => [.. ProgramCorpus.Cases.Select(static test => test.Name).Except(["a process descriptor comes with a child"])];

    [Theory]
    [MemberData(nameof(PlayerCorpusTests.Names), MemberType = typeof(PlayerCorpusTests))]
    public void TheLauncherThatClangBuiltPlays(string name) => Play(name, _kernel.Target);

    [Theory]
    [MemberData(nameof(Names))]
    public void TheArm64LauncherPlays(string name)
    {
        Assert.SkipUnless(File.Exists(Emulator), "qemu-aarch64 is needed: apt-get install qemu-user.");
        var target = new KernelTarget(KernelSystem.Linux, KernelArchitecture.Arm64, _kernel.Target.Version);
        Play(name, target, Emulator);
    }

    private void Play(string name, KernelTarget target, params string[] emulator)
    {
        string launcher = Launchers.Require(target);
        ProgramCase test = ProgramCorpus.Cases.Single(test => test.Name == name);
        using var directory = new ScratchDirectory();
        using ProgramLaunch launch = LocalProgramLaunch.Start(
            _kernel,
            ProgramCaseRunner.Build(test, target),
            [new DescriptorMapping(directory.Descriptor, ProgramCase.Directory)],
            [.. emulator, launcher]);
        ProgramCaseRunner.Check(test, launch, TestContext.Current.CancellationToken);
    }
}
