using System.Diagnostics;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Remote;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.Agent;

/// <summary>What an agent does with clients that behave badly, or go.</summary>
public sealed class AgentServerTests : IDisposable
{
    private readonly AgentProcess _agent = new(timeLimitSeconds: 1);

    public void Dispose() => _agent.Dispose();

    [Theory]
    [InlineData("a wrong token of the right length")]
    [InlineData("short")]
    public void AWrongTokenIsTurnedAway(string token)
    {
        string tried = token.Length > 10 ? new string('0', _agent.Token.Length) : token;
        IOException error = Assert.ThrowsAny<IOException>(() => AgentKernel.Connect(_agent.Address, tried));
        Assert.Contains("token", error.Message, StringComparison.Ordinal);
        ServesTheNext();
    }

    [Fact]
    public void NobodyThereIsSaid()
    {
        _agent.Process.Kill();
        _agent.Process.WaitForExit();
        Assert.Contains(_agent.Address.ToString(), Assert.ThrowsAny<IOException>(() => _agent.Connect()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a length of 1 GiB", new byte[] { 0, 0, 0, 0x40, 2, 0, 0, 0 })]
    [InlineData("an unknown verb", new byte[] { 0, 0, 0, 0, 9, 0, 0, 0 })]
    [InlineData("a call without its head", new byte[] { 4, 0, 0, 0, 2, 0, 0, 0, 1, 2, 3, 4 })]
    [InlineData("a launch without its head", new byte[] { 4, 0, 0, 0, 3, 0, 0, 0, 1, 2, 3, 4 })]
    [InlineData("a power-off with a body", new byte[] { 1, 0, 0, 0, 4, 0, 0, 0, 1 })]
    public void ABadFrameEndsTheSession(string what, byte[] frame)
    {
        using var client = new RawAgentClient(_agent);
        client.Greet();
        client.Send(frame);
        Assert.True(client.IsClosedByAgent(), what);
        ServesTheNext();
    }

    [Fact]
    public void HalfAMessageEndsTheSession()
    {
        using (var leaves = new RawAgentClient(_agent))
        {
            leaves.Greet();
            leaves.Send([100, 0, 0, 0, 2, 0, 0, 0, 1]);
        }

        ServesTheNext();
        using var stays = new RawAgentClient(_agent);
        stays.Greet();
        stays.Send([100, 0, 0, 0, 2, 0, 0, 0, 1]);
        Assert.True(stays.IsClosedByAgent());
        ServesTheNext();
    }

    [Fact]
    public void ASilentClientIsTurnedAway()
    {
        using var silent = new RawAgentClient(_agent);
        ServesTheNext();
        Assert.True(silent.IsClosedByAgent());
    }

    [Fact]
    public async Task ASecondClientWaitsForTheFirst()
    {
        AgentKernel first = _agent.Connect();
        Task<AgentKernel> second = Task.Run(_agent.Connect, TestContext.Current.CancellationToken);
        using (SystemCall call = CorpusCalls.Getpid(first.Target))
        {
            first.Require(call);
        }

        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public void ACallThatBlocksIsEnded()
    {
        using AgentKernel kernel = _agent.Connect();
        (KernelDescriptor reader, KernelDescriptor writer) = LaunchCalls.Pipe(kernel);
        LaunchCalls.Fcntl(kernel, reader, 4, 0);
        using (SystemCall read = CorpusCalls.Read(kernel.Target, reader, 1))
        {
            Assert.Contains("read", Assert.Throws<TimeoutException>(() => kernel.Invoke(read)).Message, StringComparison.Ordinal);
        }

        LaunchCalls.WriteByte(kernel, writer);
        using SystemCall again = CorpusCalls.Read(kernel.Target, reader, 1);
        Assert.Equal(1, kernel.Require(again));
        reader.Dispose();
        writer.Dispose();
    }

    [Fact]
    public void WhatAClientOpenedIsClosedWhenItGoes()
    {
        int before;
        using (AgentKernel first = _agent.Connect())
        {
            before = OpenDescriptors();
            for (int count = 0; count < 20; count++)
            {
                LaunchCalls.Pipe(first);
            }

            Assert.Equal(before + 40, OpenDescriptors());
        }

        using AgentKernel second = _agent.Connect();
        Assert.Equal(before, OpenDescriptors());
    }

    [Fact]
    public void AProgramThatWaitsEndsWithItsClient()
    {
        int pid;
        using (AgentKernel kernel = _agent.Connect())
        {
            var builder = new ProgramBuilder(kernel.Target);
            builder.Report(1, 1);
            builder.Await();
            builder.Report(2, 2);
            IProgramLaunch launch = kernel.Launch(builder.Build(), []);
            Assert.Equal(1, launch.Receive(TestContext.Current.CancellationToken)?.Tag);
            pid = launch.ProcessId;
            Assert.True(Directory.Exists($"/proc/{pid}"));
        }

        // Also reaped, since nobody else would.
        Assert.True(SpinWait.SpinUntil(() => !Directory.Exists($"/proc/{pid}"), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void WhatIsLeftOfALostConnectionIsHarmless()
    {
        AgentKernel kernel = _agent.Connect();
        (KernelDescriptor reader, KernelDescriptor writer) = LaunchCalls.Pipe(kernel);
        _agent.Process.Kill();
        _agent.Process.WaitForExit();
        using (SystemCall call = CorpusCalls.Getpid(kernel.Target))
        {
            Assert.ThrowsAny<IOException>(() => kernel.Invoke(call));
            Assert.ThrowsAny<IOException>(() => kernel.Invoke(call));
        }

        reader.Dispose();
        writer.Dispose();
        kernel.Dispose();
    }

    [Fact]
    public void ItsMemoryIsBounded()
    {
        const int Limit = 20 << 10;
        using (var client = new RawAgentClient(_agent))
        {
            client.Greet();
            client.Send([0, 0, 0, 0x40, 2, 0, 0, 0]);
            Assert.True(client.IsClosedByAgent());
        }

        using (AgentKernel kernel = _agent.Connect())
        {
            using SystemCall call = CorpusCalls.Read(kernel.Target, 99, AgentProtocol.LargestBlocks - 4096);
            Assert.Equal(ErrorCode.EBADF, ErrorCodes.FromErrno(kernel.Target.System, kernel.Invoke(call).Errno));
        }

        string size = File.ReadLines($"/proc/{_agent.Process.Id}/status").Single(static line => line.StartsWith("VmPeak:", StringComparison.Ordinal));
        Assert.InRange(int.Parse(size.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], System.Globalization.CultureInfo.InvariantCulture), 1, Limit);
    }

    [Fact]
    public void PowerOffEndsTheAgent()
    {
        _agent.Connect().PowerOff();
        Assert.True(_agent.Process.WaitForExit(TimeSpan.FromSeconds(10)));
        Assert.Equal(0, _agent.Process.ExitCode);
    }

    [Theory]
    [InlineData("KNAST_AGENT_TOKEN", "")]
    [InlineData("KNAST_AGENT_ADDRESS", "127.0.0.256")]
    [InlineData("KNAST_AGENT_PORT", "65536")]
    [InlineData("KNAST_AGENT_TIME_LIMIT", "0")]
    public void AWrongConfigurationIsNamed(string name, string value)
    {
        using Process process = AgentProcess.Start(new() { ["KNAST_AGENT_TOKEN"] = "token", [name] = value });
        Assert.Contains(name, process.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
        process.WaitForExit();
        Assert.Equal(2, process.ExitCode);
    }

    private void ServesTheNext()
    {
        using AgentKernel next = _agent.Connect();
        using SystemCall call = CorpusCalls.Getpid(next.Target);
        Assert.Equal(_agent.Process.Id, next.Require(call));
    }

    private int OpenDescriptors() => Directory.GetFileSystemEntries($"/proc/{_agent.Process.Id}/fd").Length;
}
