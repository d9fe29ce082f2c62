using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using Knast.Native.Kernel;
using Knast.Native.Remote;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.Agent;

/// <summary>Noise for both ends. Damaged calls keep the number of getpid, since any other may be any system call.</summary>
public sealed class AgentFuzzTests : IDisposable
{
    private const int Runs = 300;
    private const int NumberOffset = AgentProtocol.HeaderSize;

    private readonly AgentProcess _agent = new(timeLimitSeconds: 1);

    public void Dispose() => _agent.Dispose();

    [Fact]
    public void NoiseInsteadOfAGreetingIsTurnedAway() => ForSeeds(random =>
    {
        byte[] noise = new byte[random.Next(16, 300)];
        random.NextBytes(noise);
        using var client = new RawAgentClient(_agent);
        client.Send(noise);
        Assert.True(client.IsClosedByAgent());
        Assert.False(_agent.Process.HasExited);
    });

    [Fact]
    public void DamagedCallsAreAnsweredOrEndTheSession() => ForSeeds(random =>
    {
        byte[] frame = SoundCall();
        int count = random.Next(1, 6);
        for (int change = 0; change < count; change++)
        {
            int at = random.Next(NumberOffset + sizeof(int), frame.Length);
            frame[at] = random.Next(4) == 0 ? (byte)random.Next(256) : (byte)(frame[at] ^ (1 << random.Next(8)));
        }

        if (random.Next(4) == 0)
        {
            frame = frame[..random.Next(NumberOffset + sizeof(int), frame.Length)];
            BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - AgentProtocol.HeaderSize);
        }

        IsAnsweredOrClosed(frame, AgentVerb.Call);
    });

    [Fact]
    public void DamagedLaunchesAreAnsweredOrEndTheSession() => ForSeeds(random =>
    {
        byte[] body = new byte[random.Next(8, 64)];
        random.NextBytes(body);
        int mappings = random.Next(4);
        BinaryPrimitives.WriteInt32LittleEndian(body, mappings);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(4), body.Length - 8 - (random.Next(2) * 8 * mappings));
        byte[] header = new byte[AgentProtocol.HeaderSize];
        BinaryPrimitives.WriteInt32LittleEndian(header, body.Length);
        header[4] = (byte)AgentVerb.Launch;
        IsAnsweredOrClosed([.. header, .. body], AgentVerb.Launch);
    });

    [Fact]
    public void NoiseInsteadOfAnAnswerIsInvalidData() => ForSeeds(random =>
    {
        byte[] noise = new byte[random.Next(64)];
        random.NextBytes(noise);
        using SystemCall call = CorpusCalls.Read(LocalKernel.Open().Target, 0, 16);
        IsReadOrInvalid(() => HelloFrame.Read(noise));
        IsReadOrInvalid(() => LaunchFrame.Read(noise));
        IsReadOrInvalid(() => CallFrame.Read(noise, call));
    });

    private static void IsReadOrInvalid(Action read)
    {
        if (Record.Exception(read) is Exception exception)
        {
            Assert.IsType<InvalidDataException>(exception);
        }
    }

    private static byte[] SoundCall()
    {
        using SystemCall call = CorpusCalls.Getpid(LocalKernel.Open().Target);
        BlockReference first = call.AddBlock(40, BlockDirection.InOut);
        BlockReference second = call.AddText("text");
        call.Point(first, 8, second, 2);
        call.Point(first, 32, first);
        var frame = new FrameBuffer();
        CallFrame.Write(frame, call.Argument(first).Argument(3).Argument(call.AddBlock(24, BlockDirection.Out)), null);
        return frame.Bytes.ToArray();
    }

    private static void ForSeeds(Action<Random> run) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Runs), Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => run(new Random(seed))));

    private void IsAnsweredOrClosed(byte[] frame, AgentVerb verb)
    {
        using var client = new RawAgentClient(_agent);
        client.Greet();
        client.Send(frame);
        if (client.Receive() is byte[] reply)
        {
            Assert.Equal((byte)verb, reply[4]);
        }

        Assert.False(_agent.Process.HasExited);
    }
}
