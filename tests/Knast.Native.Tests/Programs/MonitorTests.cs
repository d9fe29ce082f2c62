using System.Globalization;
using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Native.Linux.Mounts;
using Knast.Native.Programs;
using Knast.Native.Tests.Files;

namespace Knast.Native.Tests.Programs;

public sealed class MonitorTests : IDisposable
{
    private const int PrivateMemoryLimit = 100 * 1024;

    private readonly IKernel _kernel = LocalKernel.Open();
    private readonly ScratchDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void OutputIsLoggedByStreamAndTheExitStatusIsLeft()
    {
        long before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        using var run = new MonitorRun(_directory.Descriptor, "echo out; echo err >&2; exit 3");
        ExitRecord exit = run.WaitForExit();
        long after = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        Assert.Equal((3, null), (exit.ExitCode, exit.Signal));
        Assert.InRange(exit.Time.ToUnixTimeMilliseconds(), before, after);
        Assert.Equal("out\n", run.ReadStream(LogStream.Output));
        Assert.Equal("err\n", run.ReadStream(LogStream.Error));
        Assert.All(run.ReadLog(), entry => Assert.InRange(entry.Frame.Time.ToUnixTimeMilliseconds(), before, after));
        Assert.Equal(["exit", "log"], Directory.EnumerateFiles(_directory.Path).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData(9, 137)]
    [InlineData(15, 143)]
    public void ASignalThatEndedTheProcessIsKept(int signal, int exitCode)
    {
        using var run = new MonitorRun(_directory.Descriptor, $"kill -{signal} $$; exit 1");
        ExitRecord exit = run.WaitForExit();
        Assert.Equal((signal, exitCode), (exit.Signal, exit.ExitCode));
    }

    [Fact]
    public void AllOfALongOutputIsLogged()
    {
        using var run = new MonitorRun(_directory.Descriptor, "i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done");
        Assert.Equal(0, run.WaitForExit().ExitCode);
        Assert.Equal(string.Concat(Enumerable.Range(0, 20000).Select(static i => $"line {i}\n")), run.ReadStream(LogStream.Output));
    }

    [Fact]
    public void TheLogIsRotatedAtItsLimit()
    {
        const int Limit = 8192;
        using var run = new MonitorRun(
            _directory.Descriptor, "i=10000; while [ $i -lt 20000 ]; do echo $i; i=$((i+1)); done", logLimit: Limit, rotatedLogs: 3);
        Assert.Equal(0, run.WaitForExit().ExitCode);
        Assert.Equal(["exit", "log", "log.1", "log.2", "log.3"], Directory.EnumerateFiles(_directory.Path).Select(Path.GetFileName).Order());
        string kept = string.Concat(((string[])["log.3", "log.2", "log.1", "log"]).Select(name => run.ReadStream(LogStream.Output, name)));
        string all = string.Concat(Enumerable.Range(10000, 10000).Select(static i => $"{i}\n"));
        Assert.EndsWith(kept, all, StringComparison.Ordinal);
        foreach (string name in (string[])["log", "log.1", "log.2", "log.3"])
        {
            // One frame may be larger than the limit all alone.
            Assert.True(run.Read(name).Length <= Limit || run.ReadLog(name).Count == 1, name);
        }
    }

    [Fact]
    public void WithoutRotatedLogsTheLogBeginsAnewAtItsLimit()
    {
        using var run = new MonitorRun(
            _directory.Descriptor, "i=10000; while [ $i -lt 15000 ]; do echo $i; i=$((i+1)); done", logLimit: 8192, rotatedLogs: 0);
        Assert.Equal(0, run.WaitForExit().ExitCode);
        Assert.Equal(["exit", "log"], Directory.EnumerateFiles(_directory.Path).Select(Path.GetFileName).Order());
        Assert.EndsWith("14999\n", run.ReadStream(LogStream.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void AFullDiskNeitherBlocksTheContainerNorLosesItsExitStatus()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Making a file system needs root.");
        using KernelDescriptor disk = MakeDisk("64k");
        FileCalls files = FileCalls.For(_kernel);
        using (KernelDescriptor filler = files.Open(disk, "filler", FileOpenFlags.WriteOnly | FileOpenFlags.Create, 0x180))
        {
            files.Write(filler, new byte[32768]);
        }

        (KernelDescriptor read, KernelDescriptor write) = LaunchCalls.Pipe(_kernel);
        using (read)
        using (write)
        {
            using KernelDescriptor blocking = Reopen(read);
            string script = "i=100000; while [ $i -lt 120000 ]; do echo $i; i=$((i+1)); done; echo full >&2; read go; echo again; exit 5";
            using var run = new MonitorRun(disk, script, input: blocking);
            WaitUntilReading(run.ChildId);
            files.Unlink(disk, "filler");
            WriteLine(write);
            ExitRecord exit = run.WaitForExit();
            Assert.Equal(5, exit.ExitCode);

            List<(LogFrame Frame, string Text)> log = run.ReadLog();
            Assert.StartsWith("100000\n", log[0].Text, StringComparison.Ordinal);
            Assert.EndsWith("again\n", run.ReadStream(LogStream.Output), StringComparison.Ordinal);
            long dropped = log.Where(static entry => entry.Frame.Stream == LogStream.Dropped).Sum(static entry => ToCount(entry.Text));
            long written = log.Where(static entry => entry.Frame.Stream != LogStream.Dropped).Sum(static entry => (long)entry.Frame.Length);
            Assert.True(dropped > 0);
            Assert.Equal((20000 * 7) + "full\n".Length + "again\n".Length, written + dropped);
        }
    }

    [Fact]
    public void OrphansAreReapedWhileTheContainerRuns()
    {
        const string Script = "p=$( (sh -c 'exit 0' & echo $!) ); while [ -e /proc/$p ]; do :; done; exit 4";
        using var run = new MonitorRun(_directory.Descriptor, Script);
        Assert.Equal(4, run.WaitForExit().ExitCode);
    }

    [Fact]
    public void ProcessesThatOutliveTheContainerDoNotHoldUpItsEnd()
    {
        using var run = new MonitorRun(_directory.Descriptor, "sleep 1000 & echo $!; exit 6");
        Assert.Equal(6, run.WaitForExit().ExitCode);
        int orphan = int.Parse(run.ReadStream(LogStream.Output), CultureInfo.InvariantCulture);
        Assert.True(Directory.Exists($"/proc/{orphan}"));
        LaunchCalls.Kill(_kernel, orphan);
    }

    [Fact]
    public void WhatIsWrittenJustBeforeTheEndIsStillLogged()
    {
        using var run = new MonitorRun(_directory.Descriptor, "head -c 60000 /dev/zero; exit 0");
        Assert.Equal(0, run.WaitForExit().ExitCode);
        Assert.Equal(60000, run.ReadStream(LogStream.Output).Length);
    }

    [Fact]
    public void ClosingBothStreamsDoesNotEndTheMonitor()
    {
        using var run = new MonitorRun(_directory.Descriptor, "echo x; exec >&- 2>&-; read never < /dev/null; exit 8");
        Assert.Equal(8, run.WaitForExit().ExitCode);
        Assert.Equal("x\n", run.ReadStream(LogStream.Output));
    }

    [Fact]
    public void WithoutALogItOnlyWaits()
    {
        using var run = new MonitorRun(_directory.Descriptor, "exit 2", isRelaying: false);
        Assert.Equal(2, run.WaitForExit().ExitCode);
        Assert.Equal(["exit"], Directory.EnumerateFiles(_directory.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void SignalsOfATerminalDoNotEndIt()
    {
        (KernelDescriptor read, KernelDescriptor write) = LaunchCalls.Pipe(_kernel);
        using (read)
        using (write)
        {
            using KernelDescriptor blocking = Reopen(read);
            using var run = new MonitorRun(_directory.Descriptor, "read go; exit 7", input: blocking);
            foreach (int signal in (int[])[1, 2, 3, 13, 15])
            {
                using SystemCall kill = CorpusCalls.Kill(_kernel.Target, run.MonitorId, signal);
                _kernel.Require(kill);
            }

            WriteLine(write);
            Assert.Equal(7, run.WaitForExit().ExitCode);
        }
    }

    [Fact]
    public void AChildThatIsNotItsOwnIsRefused()
    {
        var program = new ProgramBuilder(_kernel.Target);
        program.Monitor(new MonitorSettings { Child = Environment.ProcessId, Directory = ProgramCase.Directory });
        using IProgramLaunch launch = _kernel.Launch(program.Build(), [new DescriptorMapping(_directory.Descriptor, ProgramCase.Directory)]);
        NativeException exception = Assert.Throws<NativeException>(() => launch.Receive(TestContext.Current.CancellationToken));
        Assert.Equal(("monitor", ErrorCode.ECHILD), (exception.Call, exception.Code));
    }

    [Fact]
    public void ADirectoryThatCannotBeWrittenToIsReportedAndTheChildDoesNotStay()
    {
        var program = new ProgramBuilder(_kernel.Target);
        ProgramRegister child = program.NewRegister();
        program.Fork(child, static inside => inside.Call(CorpusCalls.Pause(inside.Target)));
        program.Report(1, child);
        program.Monitor(new MonitorSettings { Child = child, Directory = 99 });
        using IProgramLaunch launch = _kernel.Launch(program.Build(), []);
        int pid = (int)launch.Receive(TestContext.Current.CancellationToken)!.Value;
        Assert.Equal(ErrorCode.EBADF, Assert.Throws<NativeException>(() => launch.Receive(TestContext.Current.CancellationToken)).Code);
        Assert.Null(launch.Receive(TestContext.Current.CancellationToken));
        LauncherTests.WaitUntilGone(pid);
    }

    [Fact]
    public void ItsPrivateMemoryIsSmall()
    {
        using var run = new MonitorRun(_directory.Descriptor, "head -c 300000 /dev/zero; echo ready; sleep 1000");
        run.WaitForOutput("ready");
        int bytes = File.ReadLines($"/proc/{run.MonitorId}/smaps_rollup")
            .Where(static line => line.StartsWith("Private_", StringComparison.Ordinal) && !line.StartsWith("Private_Hugetlb", StringComparison.Ordinal))
            .Sum(static line => int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024);
        TestContext.Current.SendDiagnosticMessage($"The monitor has {bytes / 1024} KiB of private memory.");
        Assert.InRange(bytes, 1, PrivateMemoryLimit);
        LaunchCalls.Kill(_kernel, run.ChildId);
        Assert.Equal(9, run.WaitForExit().Signal);
    }

    private void WriteLine(KernelDescriptor pipe)
    {
        using SystemCall call = CorpusCalls.Write(_kernel.Target, pipe, "\n");
        _kernel.Require(call);
    }

    private KernelDescriptor MakeDisk(string size)
    {
        using KernelDescriptor context = _kernel.RequireDescriptor(Fsopen.Compose(_kernel.Target, "tmpfs"));
        _kernel.Require(Fsconfig.ComposeString(_kernel.Target, context, "size", size));
        _kernel.Require(Fsconfig.ComposeCreate(_kernel.Target, context));
        return _kernel.RequireDescriptor(Fsmount.Compose(_kernel.Target, context, 0));
    }

    private static long ToCount(string bytes) => BitConverter.ToInt64(System.Text.Encoding.Latin1.GetBytes(bytes));

    // The pipe's own end is non-blocking, which a shell's read does not expect.
    private KernelDescriptor Reopen(KernelDescriptor pipe)
    {
        using SystemCall call = CorpusCalls.Openat(_kernel.Target, -100, $"/proc/self/fd/{pipe.Number}");
        return _kernel.RequireDescriptor(call);
    }

    // The shell waits in read(2) or the pipe's wait; then all that it wrote before is in the pipes, and soon with the monitor.
    private static void WaitUntilReading(int pid) => Assert.True(
        SpinWait.SpinUntil(
            () => File.ReadAllText($"/proc/{pid}/wchan").Contains("pipe_read", StringComparison.Ordinal)
                || File.ReadAllText($"/proc/{pid}/syscall").StartsWith("0 0x0 ", StringComparison.Ordinal),
            TimeSpan.FromSeconds(30)),
        "The script does not come to its read.");
}
