using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.Programs;

/// <summary>Counts this process's descriptors, so nothing may run beside it.</summary>
[Collection(nameof(AloneCollection))]
public sealed class LaunchLeakTests
{
    private readonly IKernel _kernel = LocalKernel.Open();

    [Fact]
    public void ManyLaunchesLeaveNoDescriptors()
    {
        var program = new ProgramBuilder(_kernel.Target);
        program.Report(1, 1);
        program.Await();
        LaunchProgram built = program.Build();
        void Run()
        {
            using var cancellation = new CancellationTokenSource();
            using IProgramLaunch launch = _kernel.Launch(built, [new DescriptorMapping(null, 1)]);
            Assert.NotNull(launch.Receive(cancellation.Token));
        }

        Run();
        int before = Directory.GetFileSystemEntries("/proc/self/fd").Length;
        for (int count = 0; count < 50; count++)
        {
            Run();
        }

        Assert.InRange(Directory.GetFileSystemEntries("/proc/self/fd").Length, 0, before + 5);
    }

    [Fact]
    public void LaunchesThatFailLeaveNoDescriptors()
    {
        LaunchProgram built = new ProgramBuilder(_kernel.Target).Build();
        int before = Directory.GetFileSystemEntries("/proc/self/fd").Length;
        for (int count = 0; count < 50; count++)
        {
            Assert.Throws<NativeException>(() => LocalProgramLaunch.Start(_kernel, built, [], ["/nonexistent"]));
        }

        Assert.InRange(Directory.GetFileSystemEntries("/proc/self/fd").Length, 0, before + 5);
    }
}
