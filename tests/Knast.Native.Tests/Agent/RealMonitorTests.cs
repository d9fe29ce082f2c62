using System.Globalization;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.FreeBsd;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.Agent;

/// <summary>The monitor on FreeBSD kernels: kqueue instead of signalfd, and children with a process descriptor.</summary>
[Collection(nameof(FreeBsdCollection))]
public sealed class RealMonitorTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    [Theory]
    [MemberData(nameof(FreeBsdKernels.RealNames), MemberType = typeof(FreeBsdKernels))]
    public void OutputIsLoggedByStreamAndTheExitStatusIsLeft(string version)
    {
        (ExitRecord exit, Dictionary<LogStream, string> log) = Run(version, false, 0, child =>
        {
            child.Call(CorpusCalls.Write(child.Target, 1, "out\n"));
            child.Call(CorpusCalls.Write(child.Target, 2, "err\n"));
            child.Exit(3);
        });
        Assert.Equal((3, null), (exit.ExitCode, exit.Signal));
        Assert.Equal(("out\n", "err\n"), (log[LogStream.Output], log[LogStream.Error]));
    }

    [Theory]
    [MemberData(nameof(FreeBsdKernels.RealNames), MemberType = typeof(FreeBsdKernels))]
    public void ASignalThatEndedTheProcessIsKept(string version)
    {
        (ExitRecord exit, _) = Run(version, false, 0, static child =>
        {
            ProgramRegister self = child.NewRegister();
            child.Call(self, CorpusCalls.Getpid(child.Target));
            child.Call(CorpusCalls.Kill(child.Target, self, 9));
        });
        Assert.Equal((9, 137), (exit.Signal, exit.ExitCode));
    }

    [Theory]
    [MemberData(nameof(FreeBsdKernels.RealNames), MemberType = typeof(FreeBsdKernels))]
    public void AChildWithAProcessDescriptorIsReaped(string version)
    {
        (ExitRecord exit, _) = Run(version, true, 0, static child => child.Exit(4));
        Assert.Equal(4, exit.ExitCode);
    }

    [Theory]
    [MemberData(nameof(FreeBsdKernels.RealNames), MemberType = typeof(FreeBsdKernels))]
    public void TheLogIsRotatedAtItsLimit(string version)
    {
        const int Lines = 400;
        (ExitRecord exit, Dictionary<LogStream, string> log) = Run(version, false, 8192, static child =>
        {
            for (int line = 1000; line < 1000 + Lines; line++)
            {
                child.Call(CorpusCalls.Write(child.Target, 1, new string('x', 95) + line.ToString(CultureInfo.InvariantCulture) + "\n"));
            }
        });
        Assert.Equal(0, exit.ExitCode);
        Assert.EndsWith("1399\n", log[LogStream.Output], StringComparison.Ordinal);
        Assert.InRange(log[LogStream.Output].Length, 1, 8192);
    }

    private static (ExitRecord Exit, Dictionary<LogStream, string> Log) Run(
        string version, bool hasDescriptor, long logLimit, Action<ProgramBuilder> compose)
    {
        IKernel kernel = FreeBsdKernels.Open(version);
        using var directory = new RemoteDirectory(kernel);
        ProgramBuilder program = Compose(kernel.Target, hasDescriptor, logLimit, compose);
        using IProgramLaunch launch = kernel.Launch(program.Build(), [new DescriptorMapping(directory.Descriptor, ProgramCase.Directory)]);
        Assert.Equal(1, launch.Receive(TestContext.Current.CancellationToken)?.Tag);
        Assert.Null(launch.Receive(TestContext.Current.CancellationToken));
        using (KernelDescriptor end = LaunchCalls.OpenEnd(kernel, launch.ProcessId))
        {
            Assert.True(LaunchCalls.WaitReadable(kernel, end, null, s_limit), "The monitor does not end.");
        }

        Assert.True(LaunchCalls.Reap(kernel, launch.ProcessId, isBlocking: false));
        return (ExitRecord.Read(directory.Read("exit")), ReadLog(directory));
    }

    private static ProgramBuilder Compose(KernelTarget target, bool hasDescriptor, long logLimit, Action<ProgramBuilder> compose)
    {
        var p = new ProgramBuilder(target) { FirstProcessStays = true };
        ProgramRegister child = p.NewRegister();
        ProgramRegister log = p.NewRegister();
        ProgramRegister[] output = NewPipe(p);
        ProgramRegister[] error = NewPipe(p);
        p.Fork(
            child,
            inside =>
            {
                inside.Call(CorpusCalls.Dup2(target, output[1], 1));
                inside.Call(CorpusCalls.Dup2(target, error[1], 2));
                inside.Call(CorpusCalls.CloseFrom(target, 3));
                compose(inside);
            },
            processDescriptor: hasDescriptor ? p.NewRegister() : null);
        p.Call(CorpusCalls.Close(target, output[1]));
        p.Call(CorpusCalls.Close(target, error[1]));
        p.Call(log, CorpusCalls.OpenatAppend(target, ProgramCase.Directory, "log"));
        p.Report(1, child);
        p.Monitor(new MonitorSettings
        {
            Child = child,
            Directory = ProgramCase.Directory,
            Output = output[0],
            Error = error[0],
            Log = log,
            LogLimit = logLimit,
            RotatedLogs = 1,
        });
        return p;
    }

    private static ProgramRegister[] NewPipe(ProgramBuilder p)
    {
        ProgramRegister[] ends = [p.NewRegister(), p.NewRegister()];
        ProgramBlock pair = p.Call(CorpusCalls.Pipe(p.Target)).Block(0);
        p.Store(ends[0], ProgramValue.Load(pair, 0, 4));
        p.Store(ends[1], ProgramValue.Load(pair, 4, 4));
        return ends;
    }

    private static Dictionary<LogStream, string> ReadLog(RemoteDirectory directory)
    {
        var texts = new Dictionary<LogStream, string>();
        ReadOnlySpan<byte> rest = directory.Read("log");
        while (LogFrame.TryRead(rest, out LogFrame frame))
        {
            string text = System.Text.Encoding.Latin1.GetString(rest.Slice(LogFrame.HeaderSize, frame.Length));
            texts[frame.Stream] = texts.GetValueOrDefault(frame.Stream, "") + text;
            rest = rest[(LogFrame.HeaderSize + frame.Length)..];
        }

        Assert.Equal(0, rest.Length);
        return texts;
    }
}
