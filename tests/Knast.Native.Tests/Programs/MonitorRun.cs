using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.Programs;

/// <summary>A shell script beside a monitor, as a container has one.</summary>
internal sealed class MonitorRun : IDisposable
{
    private const int ReadyTag = 1;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private readonly IKernel _kernel = LocalKernel.Open();
    private readonly KernelDescriptor _directory;
    private readonly IProgramLaunch _launch;

    /// <summary>Starts a script; the monitor is set up when this returns.</summary>
    /// <param name="directory">The state directory.</param>
    /// <param name="script">For /bin/sh.</param>
    /// <param name="logLimit">The size at which the log is rotated.</param>
    /// <param name="rotatedLogs">How many are kept.</param>
    /// <param name="isRelaying">Whether there is a log.</param>
    /// <param name="input">The script's standard input.</param>
    public MonitorRun(
        KernelDescriptor directory, string script, long logLimit = 0, int rotatedLogs = 0, bool isRelaying = true, KernelDescriptor? input = null)
    {
        _directory = directory;
        var program = new ProgramBuilder(_kernel.Target) { FirstProcessStays = true };
        Compose(program, script, logLimit, rotatedLogs, isRelaying);
        _launch = _kernel.Launch(
            program.Build(), [new DescriptorMapping(input, 0), new DescriptorMapping(directory, ProgramCase.Directory)]);
        ProgramReport? ready = _launch.Receive(TestContext.Current.CancellationToken);
        Assert.Equal(ReadyTag, ready?.Tag);
        ChildId = (int)ready!.Value;
        Assert.Null(_launch.Receive(TestContext.Current.CancellationToken));
    }

    public int MonitorId => _launch.ProcessId;

    public int ChildId { get; }

    /// <summary>Waits until the monitor has ended, and reads what it left.</summary>
    public ExitRecord WaitForExit()
    {
        using (KernelDescriptor end = LaunchCalls.OpenEnd(_kernel, MonitorId))
        {
            Assert.True(LaunchCalls.WaitReadable(_kernel, end, null, s_limit), "The monitor does not end.");
        }

        return ExitRecord.Read(Read("exit"));
    }

    public byte[] Read(string name)
    {
        FileCalls files = FileCalls.For(_kernel);
        using KernelDescriptor file = files.Open(_directory, name, FileOpenFlags.ReadOnly);
        var content = new MemoryStream();
        byte[] buffer = new byte[65536];
        for (int count; (count = files.Read(file, buffer)) > 0;)
        {
            content.Write(buffer, 0, count);
        }

        return content.ToArray();
    }

    public List<(LogFrame Frame, string Text)> ReadLog(string name = "log")
    {
        var frames = new List<(LogFrame, string)>();
        ReadOnlySpan<byte> rest = Read(name);
        while (LogFrame.TryRead(rest, out LogFrame frame))
        {
            frames.Add((frame, System.Text.Encoding.Latin1.GetString(rest.Slice(LogFrame.HeaderSize, frame.Length))));
            rest = rest[(LogFrame.HeaderSize + frame.Length)..];
        }

        Assert.Equal(0, rest.Length);
        return frames;
    }

    public string ReadStream(LogStream stream, string name = "log") =>
        string.Concat(ReadLog(name).Where(entry => entry.Frame.Stream == stream).Select(static entry => entry.Text));

    /// <summary>Waits until the log holds a text.</summary>
    public void WaitForOutput(string text)
    {
        Assert.True(SpinWait.SpinUntil(() => ReadStream(LogStream.Output).Contains(text, StringComparison.Ordinal), s_limit), $"No \"{text}\" in the log.");
    }

    public void Dispose()
    {
        LaunchCalls.Kill(_kernel, MonitorId);
        LaunchCalls.Reap(_kernel, MonitorId, isBlocking: true);
        _launch.Dispose();
    }

    private void Compose(ProgramBuilder p, string script, long logLimit, int rotatedLogs, bool isRelaying)
    {
        const int SetChildSubreaper = 36;
        KernelTarget target = p.Target;
        ProgramRegister child = p.NewRegister();
        ProgramRegister[] output = NewPipe(p);
        ProgramRegister[] error = NewPipe(p);
        ProgramRegister log = p.NewRegister();
        p.Call(CorpusCalls.Rent(target, "prctl", 157, 167, 0).Argument(SetChildSubreaper).Argument(1));
        p.Fork(child, inside =>
        {
            inside.Call(CorpusCalls.Dup2(target, output[1], 1));
            inside.Call(CorpusCalls.Dup2(target, error[1], 2));
            inside.Call(CorpusCalls.CloseFrom(target, 5));
            inside.Call(CorpusCalls.Execve(target, "/bin/sh", "sh", "-c", script));
        });
        p.Call(CorpusCalls.Close(target, output[1]));
        p.Call(CorpusCalls.Close(target, error[1]));
        p.Store(log, -1);
        if (isRelaying)
        {
            p.Call(log, CorpusCalls.OpenatAppend(target, ProgramCase.Directory, "log"));
        }

        p.Report(ReadyTag, child);
        p.Monitor(new MonitorSettings
        {
            Child = child,
            Directory = ProgramCase.Directory,
            Output = isRelaying ? output[0] : -1,
            Error = isRelaying ? error[0] : -1,
            Log = log,
            LogLimit = logLimit,
            RotatedLogs = rotatedLogs,
        });
    }

    private static ProgramRegister[] NewPipe(ProgramBuilder p)
    {
        ProgramRegister[] ends = [p.NewRegister(), p.NewRegister()];
        ProgramBlock pair = p.Call(CorpusCalls.Pipe(p.Target)).Block(0);
        p.Store(ends[0], ProgramValue.Load(pair, 0, 4));
        p.Store(ends[1], ProgramValue.Load(pair, 4, 4));
        return ends;
    }
}
