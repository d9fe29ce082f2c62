using System.Text;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.Files;

namespace Knast.Native.Tests.Programs;

public sealed class LauncherTests
{
    private readonly IKernel _kernel = LocalKernel.Open();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private KernelTarget Target => _kernel.Target;

    [Fact]
    public void AProgramThatWaitsEndsWithItsStarterAndTakesItsProcessesWithIt()
    {
        var program = new ProgramBuilder(Target);
        ProgramRegister child = program.NewRegister();
        program.Fork(child, static inside => inside.Call(CorpusCalls.Pause(inside.Target)));
        program.Report(1, child);
        program.Await();
        IProgramLaunch launch = _kernel.Launch(program.Build(), []);
        int pid = (int)launch.Receive(Cancellation)!.Value;
        Assert.True(Directory.Exists($"/proc/{pid}"));
        launch.Dispose();
        Assert.False(Directory.Exists($"/proc/{launch.ProcessId}"));
        WaitUntilGone(pid);
    }

    [Fact]
    public void TheFirstProcessIsReapedWhenTheLaunchIsDisposed()
    {
        var program = new ProgramBuilder(Target);
        program.Report(1, 1);
        IProgramLaunch launch = _kernel.Launch(program.Build(), []);
        Assert.NotNull(launch.Receive(Cancellation));
        Assert.Null(launch.Receive(Cancellation));
        launch.Dispose();
        Assert.False(Directory.Exists($"/proc/{launch.ProcessId}"));
    }

    [Fact]
    public void AProgramThatDoesNotEndIsKilledWhenTheLaunchIsDisposed()
    {
        var program = new ProgramBuilder(Target);
        program.Report(1, 1);
        program.Call(CorpusCalls.Pause(Target));
        IProgramLaunch launch = _kernel.Launch(program.Build(), []);
        Assert.NotNull(launch.Receive(Cancellation));
        launch.Dispose();
        Assert.False(Directory.Exists($"/proc/{launch.ProcessId}"));
    }

    [Fact]
    public void CancellingAWaitLeavesTheProgramRunning()
    {
        var program = new ProgramBuilder(Target);
        program.Await();
        program.Report(1, 1);
        using IProgramLaunch launch = _kernel.Launch(program.Build(), []);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.Throws<OperationCanceledException>(() => launch.Receive(cancellation.Token));
        using var again = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.Throws<OperationCanceledException>(() => launch.Receive(again.Token));
        launch.Proceed();
        Assert.Equal(1, launch.Receive(Cancellation)?.Value);
    }

    [Fact]
    public void ItGetsTheDescriptorsThatItWasGivenAndNoOthers()
    {
        const int Highest = 200;
        using var directory = new ScratchDirectory();
        using FileStream ours = File.Create(directory["ours"]);
        var program = new ProgramBuilder(Target);
        ProgramRegister result = program.NewRegister();
        for (int descriptor = 0; descriptor < Highest; descriptor++)
        {
            var closed = new ProgramLabel();
            program.Call(result, CorpusCalls.Fcntl(Target, descriptor, 1, 0), OnErrno.GoTo(ErrorCode.EBADF, closed));
            program.Report(descriptor, result);
            program.Mark(closed);
        }

        using IProgramLaunch launch = _kernel.Launch(
            program.Build(), [new DescriptorMapping(directory.Descriptor, 9), new DescriptorMapping(directory.Descriptor, 120)]);
        var open = new List<(int, long)>();
        while (launch.Receive(Cancellation) is ProgramReport report)
        {
            open.Add((report.Tag, report.Value));
        }

        const int CloseOnExec = 1;
        open.RemoveAll(entry => IsInherited(entry.Item1));
        Assert.Equal([(0, 0), (1, 0), (2, 0), (3, CloseOnExec), (9, 0), (120, 0)], open);
    }

    [Fact]
    public void DescriptorsMayChangePlaces()
    {
        using var directory = new ScratchDirectory();
        List<KernelDescriptor> files = [];
        for (int index = 0; index < 8; index++)
        {
            File.WriteAllText(directory[$"{index}"], $"{index}");
            using SystemCall open = CorpusCalls.Openat(Target, directory.Descriptor, $"{index}");
            using KernelDescriptor file = _kernel.RequireDescriptor(open);
            using SystemCall move = CorpusCalls.Dup(Target, file, LowDescriptors.Take(index));
            files.Add(_kernel.RequireDescriptor(move));
        }

        // Each becomes the number that the next one has here.
        int[] targets = [.. files.Select((_, index) => files[(index + 1) % files.Count].Number)];
        Assert.All(targets, static target => Assert.InRange(target, 5, LocalProgramLaunch.LargestTarget));
        var program = new ProgramBuilder(Target);
        for (int index = 0; index < files.Count; index++)
        {
            program.Report(index, ProgramValue.Load(program.Call(CorpusCalls.Read(Target, targets[index], 1)).Block(0), 0, 1));
        }

        using IProgramLaunch launch = _kernel.Launch(
            program.Build(), [.. files.Select((file, index) => new DescriptorMapping(file, targets[index]))]);
        for (int index = 0; index < files.Count; index++)
        {
            Assert.Equal('0' + index, launch.Receive(Cancellation)?.Value);
        }

        files.ForEach(static file => file.Dispose());
    }

    [Fact]
    public void StandardStreamsThatNobodyGaveAreEmpty()
    {
        var program = new ProgramBuilder(Target);
        ProgramRegister count = program.NewRegister();
        program.Call(count, CorpusCalls.Read(Target, 0, 8));
        program.Report(1, count);
        program.Call(count, CorpusCalls.Write(Target, 1, "lost"));
        program.Report(2, count);
        using IProgramLaunch launch = _kernel.Launch(program.Build(), []);
        Assert.Equal(0, launch.Receive(Cancellation)?.Value);
        Assert.Equal(4, launch.Receive(Cancellation)?.Value);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(128)]
    [InlineData(-1)]
    public void ATakenOrImpossibleDescriptorIsRefused(int target)
    {
        using var directory = new ScratchDirectory();
        LaunchProgram program = new ProgramBuilder(Target).Build();
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => _kernel.Launch(program, [new DescriptorMapping(directory.Descriptor, target)]));
        Assert.Contains($"{target}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SignalsAreAtTheirDefaultsAndTheEnvironmentIsEmpty()
    {
        string status = ReadFromInside("/proc/self/status");
        string[] signals = [.. status.Split('\n').Where(static line => line.StartsWith("Sig", StringComparison.Ordinal)).Skip(2)];
        Assert.Equal(["SigBlk:\t0000000000000000", "SigIgn:\t0000000000000000", "SigCgt:\t0000000000000000"], signals);
        Assert.Equal("", ReadFromInside("/proc/self/environ"));
        Assert.Equal("knast\0", ReadFromInside("/proc/self/cmdline"));
    }

    [Fact]
    public void ADescriptorThatIsHandedOverCanBeUsed()
    {
        ProgramCase test = ProgramCorpus.Cases.Single(static test => test.Name == "a descriptor is handed over");
        using IProgramLaunch launch = _kernel.Launch(ProgramCaseRunner.Build(test, Target), []);
        using KernelDescriptor pipe = launch.Receive(Cancellation)!.Descriptor!;
        using SystemCall call = CorpusCalls.Read(Target, pipe, 64);
        Assert.Equal("through the pipe", Encoding.ASCII.GetString(call.Bytes(new BlockReference(0))[..(int)_kernel.Require(call)]));
        using SystemCall flags = CorpusCalls.Fcntl(Target, pipe, 1, 0);
        Assert.Equal(1, _kernel.Require(flags));
    }

    [Fact]
    public void AnInitOfANamespaceIsForked()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "A namespace of processes needs root.");
        const uint NewPid = 0x20000000;
        var program = new ProgramBuilder(Target);
        ProgramRegister child = program.NewRegister();
        ProgramRegister own = program.NewRegister();
        program.Fork(
            child,
            inside =>
            {
                inside.Call(own, CorpusCalls.Getpid(Target));
                inside.Report(1, own);
                inside.Exit(0);
            },
            NewPid);
        program.Call(CorpusCalls.Wait4(Target, child));
        program.Report(2, child);
        using IProgramLaunch launch = _kernel.Launch(program.Build(), []);
        Assert.Equal(1, launch.Receive(Cancellation)?.Value);
        Assert.True(launch.Receive(Cancellation)?.Value > 1);
    }

    [Fact]
    public void ASiblingIsAChildOfTheStarter()
    {
        const uint Sibling = 0x8000;
        var program = new ProgramBuilder(Target);
        ProgramRegister child = program.NewRegister();
        ProgramRegister parent = program.NewRegister();
        program.Fork(
            child,
            inside =>
            {
                inside.Call(parent, CorpusCalls.Getppid(Target));
                inside.Report(1, parent);
                inside.Exit(0);
            },
            Sibling);
        program.Report(2, child);
        using IProgramLaunch launch = _kernel.Launch(program.Build(), []);
        var values = new SortedDictionary<int, long>();
        while (launch.Receive(Cancellation) is ProgramReport report)
        {
            values.Add(report.Tag, report.Value);
        }

        Assert.Equal(Environment.ProcessId, values[1]);
        Assert.True(LaunchCalls.Reap(_kernel, (int)values[2], isBlocking: true));
        Assert.False(Directory.Exists($"/proc/{values[2]}"));
    }

    [Fact]
    public void ALateFailureIsKeptInTheFileThatTookTheSocketsPlace()
    {
        using var directory = new ScratchDirectory();
        var program = new ProgramBuilder(Target);
        ProgramRegister file = program.NewRegister();
        program.Call(file, CorpusCalls.Openat(Target, ProgramCase.Directory, "failure", create: true));
        program.Report(1, 1);
        program.Call(CorpusCalls.Dup(Target, file, 3));
        program.Call(CorpusCalls.Execve(Target, "/nonexistent", "x"));
        LaunchProgram built = program.Build();
        using (IProgramLaunch launch = _kernel.Launch(built, [new DescriptorMapping(directory.Descriptor, ProgramCase.Directory)]))
        {
            Assert.NotNull(launch.Receive(Cancellation));
            Assert.Null(launch.Receive(Cancellation));
        }

        ProgramFailure? failure = ProgramFailure.Read(File.ReadAllBytes(directory["failure"]));
        Assert.Equal("execve(/nonexistent): ENOENT (No such file or directory)", built.Describe(failure!.Value).Message);
    }

    [Fact]
    public void AnExecutedProgramDoesNotHaveTheReportSocketOrTheProgram()
    {
        var program = new ProgramBuilder(Target);
        program.Call(CorpusCalls.Execve(Target, "/bin/sh", "sh", "-c", "for f in 3 4; do readlink /proc/$$/fd/$f; done; echo end"));
        Assert.Equal("end\n", Capture(program));
    }

    [Fact]
    public void AProgramForAnotherMachineIsRefused()
    {
        LaunchProgram program = new ProgramBuilder(new KernelTarget(KernelSystem.FreeBsd, KernelArchitecture.Arm64, 1501000)).Build();
        Assert.Contains("freebsd-arm64", Assert.Throws<ArgumentException>(() => _kernel.Launch(program, [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingLauncherIsNamed()
    {
        LaunchProgram program = new ProgramBuilder(Target).Build();
        NativeException exception = Assert.Throws<NativeException>(() => LocalProgramLaunch.Start(_kernel, program, [], ["/nonexistent/launcher"]));
        Assert.Equal(("posix_spawn", "/nonexistent/launcher", ErrorCode.ENOENT), (exception.Call, exception.Subject, exception.Code));
    }

    [Fact]
    public void TheLauncherRunsFromAFileToo()
    {
        using var directory = new ScratchDirectory();
        byte[] launcher = LauncherImage.Read(Target);
        string path = LauncherImage.CreateFile(directory["sub"], launcher);
        Assert.Equal(path, LauncherImage.CreateFile(directory["sub"], launcher));
        Assert.Equal([path], Directory.EnumerateFiles(directory["sub"]));
        Assert.Equal(0x140u, directory.Files.GetStatus(directory.Descriptor, Path.GetRelativePath(directory.Path, path))!.Value.Mode & 0xFFF);
        var program = new ProgramBuilder(Target);
        program.Report(1, 5);
        using ProgramLaunch launch = LocalProgramLaunch.Start(_kernel, program.Build(), [], [path]);
        Assert.Equal(5, launch.Receive(Cancellation)?.Value);
    }

    [Fact]
    public void ADamagedLauncherFileIsReplaced()
    {
        using var directory = new ScratchDirectory();
        byte[] launcher = LauncherImage.Read(Target);
        string path = LauncherImage.CreateFile(directory.Path, launcher);
        File.Delete(path);
        File.WriteAllBytes(path, launcher[..100]);
        Assert.Equal(path, LauncherImage.CreateFile(directory.Path, launcher));
        Assert.Equal(launcher, File.ReadAllBytes(path));
    }

    internal static void WaitUntilGone(int pid) => Assert.True(
        SpinWait.SpinUntil(() => IsGone(pid), TimeSpan.FromSeconds(30)),
        $"Process {pid} is still there.");

    // Whoever started the tests may have left us descriptors that programs get too; closing those is what close_range is for.
    private static bool IsInherited(int descriptor)
    {
        const int CloseOnExec = 0x80000;
        string path = $"/proc/self/fdinfo/{descriptor}";
        return descriptor > 3 && File.Exists(path) && (Convert.ToInt32(
            File.ReadLines(path).Single(static line => line.StartsWith("flags:", StringComparison.Ordinal)).Split('\t')[1], 8) & CloseOnExec) == 0;
    }

    // A zombie has ended; whoever it was left to may take its time.
    private static bool IsGone(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return true;
        }
    }

    private string ReadFromInside(string path)
    {
        const int Length = 4096;
        var program = new ProgramBuilder(Target);
        ProgramRegister file = program.NewRegister();
        ProgramRegister count = program.NewRegister();
        ProgramRegister address = program.NewRegister();
        ProgramBlock bytes = program.NewBlock(Length);
        program.Call(file, CorpusCalls.Openat(Target, -100, path));
        program.Store(address, ProgramValue.Address(bytes));
        program.Call(count, CorpusCalls.Read(Target, file, address, Length));
        program.Call(CorpusCalls.Write(Target, 1, address, count));
        return Capture(program);
    }

    private string Capture(ProgramBuilder program)
    {
        (KernelDescriptor read, KernelDescriptor write) = LaunchCalls.Pipe(_kernel);
        using (read)
        using (write)
        {
            using (IProgramLaunch launch = _kernel.Launch(program.Build(), [new DescriptorMapping(write, 1)]))
            {
                Assert.Null(launch.Receive(Cancellation));
            }

            using SystemCall call = CorpusCalls.Read(Target, read, 8192);
            SystemCallResult result = _kernel.Invoke(call);
            return result.Failed ? "" : Encoding.ASCII.GetString(call.Bytes(new BlockReference(0))[..(int)result.Value]);
        }
    }
}
