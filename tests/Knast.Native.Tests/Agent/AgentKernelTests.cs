using System.Buffers.Binary;
using System.Diagnostics;
using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Programs;
using Knast.Native.Remote;
using Knast.Native.Tests.Files;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.Agent;

public sealed class AgentKernelTests(AgentFixture fixture) : IClassFixture<AgentFixture>
{
    private readonly AgentKernel _kernel = fixture.Kernel;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void TheKernelIsWhatTheAgentSays() => Assert.Equal(LocalKernel.Open().Target, _kernel.Target);

    [Fact]
    public void ErrorsAreTheOtherKernels()
    {
        NativeException error = Assert.Throws<NativeException>(
            () => Openat.Invoke(_kernel, Openat.CurrentDirectory, "/nonexistent/file", OpenFlags.ReadOnly));
        Assert.Equal("openat(/nonexistent/file): ENOENT (No such file or directory)", error.Message);
    }

    [Fact]
    public void CallsOfSeveralThreadsDoNotMix() => Parallel.For(0, 200, index =>
    {
        using SystemCall call = CorpusCalls.Writev(_kernel.Target, 99, "x");
        Assert.Equal(ErrorCode.EBADF, ErrorCodes.FromErrno(_kernel.Target.System, _kernel.Invoke(call).Errno));
        using SystemCall pid = CorpusCalls.Getpid(_kernel.Target);
        Assert.True(_kernel.Require(pid) > 0);
    });

    [Fact]
    public async Task AWaitOfOneThreadIsEndedByAnother()
    {
        (KernelDescriptor reader, KernelDescriptor writer) = LaunchCalls.Pipe(_kernel);
        using (reader)
        using (writer)
        {
            Task<bool> wait = Task.Run(() => KernelWait.Readable(_kernel, reader, null, Cancellation), Cancellation);
            LaunchCalls.WriteByte(_kernel, writer);
            Assert.True(await wait.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
        }
    }

    [Fact]
    public void AWaitIsCancelled()
    {
        (KernelDescriptor reader, KernelDescriptor writer) = LaunchCalls.Pipe(_kernel);
        using (reader)
        using (writer)
        using (var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(30)))
        {
            Assert.Throws<OperationCanceledException>(() => KernelWait.Readable(_kernel, reader, null, source.Token));
        }
    }

    [Fact]
    public void AWaitTakesItsTime()
    {
        (KernelDescriptor reader, KernelDescriptor writer) = LaunchCalls.Pipe(_kernel);
        using (reader)
        using (writer)
        {
            long start = Stopwatch.GetTimestamp();
            Assert.False(KernelWait.Readable(_kernel, reader, TimeSpan.FromMilliseconds(100), CancellationToken.None));
            Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(100));
        }
    }

    [Fact]
    public void LargeBlocksTravelBothWays()
    {
        const int Size = 4 << 20;
        using var directory = new ScratchDirectory(_kernel);
        byte[] content = new byte[Size];
        new Random(1).NextBytes(content);
        using (KernelDescriptor file = directory.Files.Open(
            directory.Descriptor, "large", FileOpenFlags.WriteOnly | FileOpenFlags.Create | FileOpenFlags.Exclusive, 0x180))
        {
            LaunchCalls.Fill(_kernel, file, content);
        }

        Assert.Equal(content, File.ReadAllBytes(directory["large"]));
        byte[] back = new byte[Size];
        using KernelDescriptor again = directory.Files.Open(directory.Descriptor, "large", FileOpenFlags.ReadOnly);
        for (int done = 0; done < Size;)
        {
            done += directory.Files.Read(again, back.AsSpan(done));
        }

        Assert.Equal(content, back);
    }

    [Fact]
    public void BlocksThatAreTooLargeAreRefusedHere()
    {
        using SystemCall call = CorpusCalls.Read(_kernel.Target, 0, AgentProtocol.LargestBlocks);
        Assert.Contains("read moves", Assert.Throws<ArgumentException>(() => _kernel.Invoke(call)).Message, StringComparison.Ordinal);
        using SystemCall next = CorpusCalls.Getpid(_kernel.Target);
        Assert.True(_kernel.Require(next) > 0);
    }

    [Fact]
    public void ACallForProgramsOnlyIsRefused()
    {
        using SystemCall call = CorpusCalls.Getpid(_kernel.Target);
        call.IsProgramOnly = true;
        Assert.Throws<InvalidOperationException>(() => _kernel.Invoke(call));
    }

    [Fact]
    public void AddressesOfTheAgentStayThere()
    {
        using SystemCall call = CorpusCalls.Rent(_kernel.Target, "getpid", 39, 172, 20);
        BlockReference block = call.AddBlock(16, BlockDirection.InOut);
        call.Point(block, 8, block);
        BinaryPrimitives.WriteInt32LittleEndian(call.Bytes(block), 7);
        _kernel.Require(call.Argument(block));
        Assert.Equal((7, 0L), (BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(block)), BinaryPrimitives.ReadInt64LittleEndian(call.Bytes(block)[8..])));
    }

    [Fact]
    public void ADescriptorThatIsNotOpenCannotBeGivenToAProgram()
    {
        var builder = new ProgramBuilder(_kernel.Target);
        using var closed = new KernelDescriptor(_kernel, 4000);
        NativeException error = Assert.Throws<NativeException>(() => _kernel.Launch(builder.Build(), [new DescriptorMapping(closed, 5)]));
        Assert.Equal(ErrorCode.EBADF, error.Code);
        closed.SetHandleAsInvalid();
    }

    [Fact]
    public void AProgramHasTheDescriptorsThatItWasGivenAndNoOther()
    {
        using var directory = new ScratchDirectory(_kernel);
        var builder = new ProgramBuilder(_kernel.Target);
        ProgramRegister result = builder.NewRegister();
        for (int number = 0; number < 200; number++)
        {
            builder.Call(result, CorpusCalls.Fcntl(_kernel.Target, number, 1, 0), OnErrno.Continue(ErrorCode.EBADF));
            builder.Report(number, result);
        }

        using IProgramLaunch launch = _kernel.Launch(
            builder.Build(), [new DescriptorMapping(directory.Descriptor, 9), new DescriptorMapping(null, 100), new DescriptorMapping(directory.Descriptor, 0)]);
        var open = new List<int>();
        while (launch.Receive(Cancellation) is ProgramReport report)
        {
            if (report.Value >= 0)
            {
                open.Add(report.Tag);
            }
        }

        Assert.Equal([0, 1, 2, 3, 9, 100], open);
    }
}
