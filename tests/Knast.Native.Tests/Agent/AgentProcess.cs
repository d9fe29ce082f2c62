using System.Diagnostics;
using System.Globalization;
using Knast.Native.Kernel;
using Knast.Native.Remote;

namespace Knast.Native.Tests.Agent;

/// <summary>An agent of this machine on a port of loopback that the kernel chose.</summary>
public sealed class AgentProcess : IDisposable
{
    private const string Announcement = "knast agent: listening on 127.0.0.1:";

    private readonly Process _process;

    public AgentProcess()
        : this(timeLimitSeconds: 10)
    {
    }

    public AgentProcess(int timeLimitSeconds, KernelTarget? target = null, string? emulator = null)
    {
        _process = Start(target ?? LocalKernel.Open().Target, emulator, new() { ["KNAST_AGENT_TOKEN"] = Token, ["KNAST_AGENT_TIME_LIMIT"] = timeLimitSeconds.ToString(CultureInfo.InvariantCulture) });
        string line = _process.StandardOutput.ReadLine() ?? "";
        Assert.StartsWith(Announcement, line, StringComparison.Ordinal);
        Address = new AgentAddress("127.0.0.1", int.Parse(line[Announcement.Length..], CultureInfo.InvariantCulture));
    }

    public string Token { get; } = Guid.NewGuid().ToString("N");

    public AgentAddress Address { get; }

    public Process Process => _process;

    /// <summary>The path of an agent's file.</summary>
    public static string PathOf(KernelTarget target) => Path.Combine(AppContext.BaseDirectory, "agents", "agent-" + target.Name);

    /// <summary>Starts an agent of this machine with an environment of its own.</summary>
    public static Process Start(Dictionary<string, string> environment) => Start(LocalKernel.Open().Target, null, environment);

    public AgentKernel Connect() => AgentKernel.Connect(Address, Token);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static Process Start(KernelTarget target, string? emulator, Dictionary<string, string> environment)
    {
        string path = PathOf(target);
        var start = new ProcessStartInfo(emulator ?? path) { RedirectStandardOutput = true, RedirectStandardInput = true };
        if (emulator is not null)
        {
            start.ArgumentList.Add(path);
        }

        start.Environment.Clear();
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
