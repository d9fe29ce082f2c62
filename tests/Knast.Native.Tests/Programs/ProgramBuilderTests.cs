using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Programs;

namespace Knast.Native.Tests.Programs;

public sealed class ProgramBuilderTests
{
    private static readonly KernelTarget s_linux = new(KernelSystem.Linux, KernelArchitecture.Amd64, 6001);
    private static readonly KernelTarget s_freeBsd = new(KernelSystem.FreeBsd, KernelArchitecture.Arm64, 1501000);

    [Fact]
    public void AProgramReadsAsWords()
    {
        var p = new ProgramBuilder(s_linux);
        ProgramRegister file = p.NewRegister();
        ProgramRegister child = p.NewRegister();
        var missing = new ProgramLabel();
        p.Call(file, Openat.Compose(s_linux, Openat.CurrentDirectory, "/etc/\"x\"\n", OpenFlags.ReadOnly), OnErrno.GoTo(ErrorCode.ENOENT, missing), OnErrno.Continue(ErrorCode.EACCES));
        p.Fork(child, inside =>
        {
            inside.Call(CorpusCalls.Writev(s_linux, file, "ab", "c"));
            inside.Exit(3);
        }, 0x20000000);
        p.Mark(missing);
        p.Call(CorpusCalls.Poll(s_linux, file));
        p.Report(7, file, file);
        p.Await();
        p.Monitor(new MonitorSettings { Child = child, Directory = 5, LogLimit = 65536, RotatedLogs = 2 });
        Assert.Equal(
            [
                "  0  r0 := openat(-100, \"/etc/\\\"x\\\"\\n\", 0x80000, 0)  on ENOENT to 2, EACCES to 1",
                "  1  r1 := fork(0x20000000) child at 8",
                "  2  u32[data+80] := r0",
                "  3  ppoll(0x0000000001000000, 1, 0x00000000000000000000000000000000, 0, 8)",
                "  4  report(7, r0, descriptor r0)",
                "  5  await",
                "  6  monitor(r1, -1, -1, -1, 5, 0x10000, 2)",
                "  7  end",
                "  8  writev(r0, [\"ab\", \"c\"], 2)",
                "  9  exit(3)",
                " 10  end",
            ],
            p.Build().Lines);
    }

    [Fact]
    public void TheSameProgramHasTheSameBytes()
    {
        foreach (ProgramCase test in ProgramCorpus.Cases)
        {
            Assert.Equal(ProgramCaseRunner.Build(test, s_freeBsd).Image.ToArray(), ProgramCaseRunner.Build(test, s_freeBsd).Image.ToArray());
        }
    }

    [Fact]
    public void ErrorsThatASystemDoesNotKnowAreLeftOut()
    {
        static LaunchProgram Compose(KernelTarget target)
        {
            var p = new ProgramBuilder(target);
            p.Call(CorpusCalls.Getpid(target), OnErrno.Continue(ErrorCode.ECAPMODE), OnErrno.Continue(ErrorCode.ENOSYS));
            return p.Build();
        }

        Assert.EndsWith("on ENOSYS to 1", Compose(s_linux).Lines[0], StringComparison.Ordinal);
        Assert.EndsWith("on ECAPMODE to 1, ENOSYS to 1", Compose(s_freeBsd).Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void AFailureNamesTheCallAndTheObject()
    {
        var p = new ProgramBuilder(s_linux);
        p.Call(Mkdirat.Compose(s_linux, 5, "proc"u8, 0x1ED));
        Assert.Equal("mkdirat(proc): EPERM (Operation not permitted)", p.Build().Describe(new ProgramFailure(0, 1)).Message);
        Assert.Contains("record 77", p.Build().Describe(new ProgramFailure(77, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALabelLiesAhead()
    {
        var behind = new ProgramLabel();
        var p = new ProgramBuilder(s_linux);
        p.Mark(behind);
        p.GoTo(behind);
        Assert.Throws<InvalidOperationException>(p.Build);
        Assert.Throws<InvalidOperationException>(() => p.Mark(behind));
    }

    [Fact]
    public void ALabelIsMarked()
    {
        var p = new ProgramBuilder(s_linux);
        p.GoTo(new ProgramLabel());
        Assert.Throws<InvalidOperationException>(p.Build);
    }

    [Fact]
    public void ALabelIsInTheSameSequence()
    {
        var p = new ProgramBuilder(s_linux);
        var label = new ProgramLabel();
        p.Fork(null, child => child.GoTo(label));
        p.Await();
        p.Mark(label);
        Assert.Throws<InvalidOperationException>(p.Build);
    }

    [Fact]
    public void ADescriptorOfThisProcessIsRefused()
    {
        IKernel kernel = LocalKernel.Open();
        using KernelDescriptor root = Openat.Invoke(kernel, Openat.CurrentDirectory, "/", OpenFlags.Path);
        var p = new ProgramBuilder(kernel.Target);
        Assert.Throws<ArgumentException>(() => p.Call(Mkdirat.Compose(kernel.Target, root, "x"u8, 0)));
        Assert.Throws<ArgumentException>(() => p.Report(1, (Operand)root));
    }

    [Fact]
    public unsafe void MemoryOfThisProcessIsRefused()
    {
        byte value = 0;
        SystemCall call = SystemCall.Rent(1, "write");
        call.Argument(call.AddExternal(&value, 1, BlockDirection.In));
        Assert.Throws<InvalidOperationException>(() => new ProgramBuilder(s_linux).Call(call));
    }

    [Fact]
    public void LinuxTakesSixArguments()
    {
        static SystemCall Seven(int number)
        {
            SystemCall call = SystemCall.Rent(number, "seven");
            for (int index = 0; index < 7; index++)
            {
                call.Argument(index);
            }

            return call;
        }

        Assert.Throws<ArgumentException>(() => new ProgramBuilder(s_linux).Call(Seven(1)));
        new ProgramBuilder(s_freeBsd).Call(Seven(1));
    }

    [Fact]
    public void PlacesAreWithinTheirBlocks()
    {
        var p = new ProgramBuilder(s_linux);
        ProgramBlock block = p.NewBlock(8);
        Assert.Throws<ArgumentOutOfRangeException>(() => p.Patch(block, 5, 4, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => p.Patch(block, 0, 3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => p.PatchDecimal(block, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProgramValue.Load(block, 1, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProgramValue.Load(block, -1, 1));
    }

    [Fact]
    public void RegistersRunOut()
    {
        var p = new ProgramBuilder(s_linux);
        for (int count = 0; count < 64; count++)
        {
            p.NewRegister();
        }

        Assert.Throws<InvalidOperationException>(() => p.NewRegister());
    }

    [Fact]
    public void SecretsAreNotInTheListing()
    {
        SystemCall call = CorpusCalls.Write(s_linux, 1, "password");
        call.IsSecret = true;
        var p = new ProgramBuilder(s_linux);
        p.Call(call);
        Assert.Equal("  0  write(1, <8 bytes>, 8)", p.Build().Lines[0]);
    }
}
