using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.Routes;
using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Sockets that a program opened inside a jail and handed over, so that they belong to the jail's network stack.</summary>
internal static class VnetSocket
{
    /// <summary>One for ioctls.</summary>
    public static KernelDescriptor Open(IKernel kernel, int jid, InternetFamily family) =>
        HandOver(kernel, jid, InterfaceSocket.Compose(kernel.Target, family));

    /// <summary>One for routes.</summary>
    public static KernelDescriptor OpenForRoutes(IKernel kernel, int jid) => HandOver(kernel, jid, RouteSocket.Compose(kernel.Target));

    private static KernelDescriptor HandOver(IKernel kernel, int jid, SystemCall open)
    {
        var program = new ProgramBuilder(kernel.Target);
        ProgramRegister socket = program.NewRegister();
        program.Call(JailAttach.Compose(kernel.Target, jid));
        program.Call(socket, open);
        program.Report(1, 0, socket);
        using IProgramLaunch launch = kernel.Launch(program.Build(), []);
        KernelDescriptor descriptor = launch.Receive(TestContext.Current.CancellationToken)!.Descriptor!;
        Assert.Null(launch.Receive(TestContext.Current.CancellationToken));
        return descriptor;
    }
}
