using Knast.Native.FreeBsd.Processes;
using Knast.Native.FreeBsd.Terminals;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Pseudo terminals.</summary>
public sealed class TerminalFacadeTests : FreeBsdFacadeSuite
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ATerminalBecomesThatOfASession(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor terminal = PosixOpenpt.Invoke(kernel);
        int number = TerminalGetNumber.Invoke(kernel, terminal);
        Assert.True(number >= 0);
        TerminalSetWindowSize.Invoke(kernel, terminal, 24, 80);
        var program = new ProgramBuilder(kernel.Target);
        ProgramRegister other = program.NewRegister();
        program.Call(other, CorpusCalls.Rent(kernel.Target, "open", 0, 0, 5).Argument($"/dev/pts/{number}").Argument(0x8002).Argument(0));
        program.Call(TerminalSetControlling.Compose(kernel.Target, other), OnErrno.Continue(ErrorCode.EPERM));
        program.Call(Setsid.Compose(kernel.Target));
        program.Call(TerminalSetControlling.Compose(kernel.Target, other));
        program.Call(CorpusCalls.Write(kernel.Target, other, "said"));
        program.Report(1, 0);
        program.Await();
        using IProgramLaunch launch = kernel.Launch(program.Build(), []);
        Assert.Equal(1, launch.Receive(TestContext.Current.CancellationToken)!.Tag);
        using SystemCall read = CorpusCalls.Read(kernel.Target, terminal, 16);
        Assert.Equal(4, kernel.Require(read));
        Assert.Equal("said"u8.ToArray(), read.Bytes(new BlockReference(0))[..4].ToArray());
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatIsNoTerminalIsRefused(string name)
    {
        IKernel kernel = Open(name);
        (KernelDescriptor reader, KernelDescriptor writer) = Pipe2.Invoke(kernel);
        using (reader)
        using (writer)
        {
            Assert.Equal(ErrorCode.ENOTTY, Assert.Throws<NativeException>(() => TerminalGetNumber.Invoke(kernel, reader)).Code);
            Assert.Equal(ErrorCode.ENOTTY, Assert.Throws<NativeException>(() => TerminalSetWindowSize.Invoke(kernel, reader, 1, 1)).Code);
        }
    }
}
