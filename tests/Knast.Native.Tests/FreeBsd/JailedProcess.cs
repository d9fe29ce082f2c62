using System.Buffers.Binary;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>A process in a jail that does nothing until it is told to end.</summary>
internal sealed class JailedProcess : IDisposable
{
    private readonly IKernel _kernel;
    private readonly IProgramLaunch _launch;

    private JailedProcess(IKernel kernel, IProgramLaunch launch)
    {
        _kernel = kernel;
        _launch = launch;
    }

    public int Id => _launch.ProcessId;

    /// <summary>Starts one.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="jid">The jail.</param>
    /// <param name="open">A descriptor that it has while it enters.</param>
    public static JailedProcess Start(IKernel kernel, int jid, KernelDescriptor? open = null)
    {
        var program = new ProgramBuilder(kernel.Target);
        program.Call(JailAttach.Compose(kernel.Target, jid));
        program.Report(1, 0);
        program.Await();
        IProgramLaunch launch = kernel.Launch(program.Build(), open is null ? [] : [new DescriptorMapping(open, ProgramCase.Directory)]);
        try
        {
            launch.Receive(TestContext.Current.CancellationToken);
            return new JailedProcess(kernel, launch);
        }
        catch
        {
            launch.Dispose();
            throw;
        }
    }

    /// <summary>Waits for its end; the signal that ended it.</summary>
    public int WaitForSignal()
    {
        using (KernelDescriptor end = LaunchCalls.OpenEnd(_kernel, Id))
        {
            Assert.True(LaunchCalls.WaitReadable(_kernel, end, null, TimeSpan.FromSeconds(20)), $"Process {Id} does not end.");
        }

        using SystemCall wait = CorpusCalls.Wait4(_kernel.Target, Id);
        _kernel.Require(wait);
        return BinaryPrimitives.ReadInt32LittleEndian(wait.Bytes(new BlockReference(0))) & 0x7f;
    }

    public void Dispose() => _launch.Dispose();
}
